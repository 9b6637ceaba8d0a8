# nix run . ; nix develop
{
  description = "Spaced repetition that lives in the terminal";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
  outputs = { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
      for_each = f: nixpkgs.lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
    in {
      packages = for_each (pkgs: {
        default = pkgs.stdenv.mkDerivation {
          pname = "ebb";
          version = "0.1.0";
          src = self;
          nativeBuildInputs = with pkgs; [ cmake ninja pkg-config ];
          buildInputs = with pkgs; [ cli11 nlohmann_json tomlplusplus sqlite fmt utf8proc libsodium zlib minizip zstd gumbo expat ];
          cmakeFlags = [ "-DEBB_STATIC=OFF" ];
        };
      });
    };
}
