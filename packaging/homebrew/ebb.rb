# Builds the checkout that this file is in: brew install --HEAD packaging/homebrew/ebb.rb
class Ebb < Formula
  desc "Spaced repetition that lives in the terminal"
  homepage "file://#{File.expand_path("../../README.md", __dir__)}"
  license "MIT"
  head "file://#{File.expand_path("../..", __dir__)}", using: :git, branch: "main"

  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "ninja" => :build
  depends_on "nlohmann-json" => :build
  depends_on "pkgconf" => :build
  depends_on "tomlplusplus" => :build
  depends_on "expat"
  depends_on "fmt"
  depends_on "gumbo-parser"
  depends_on "libsodium"
  depends_on "minizip"
  depends_on "sqlite"
  depends_on "utf8proc"
  depends_on "zstd"

  def install
    system "cmake", "-S", ".", "-B", "build", "-G", "Ninja", *std_cmake_args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build"
  end

  test do
    ENV["XDG_DATA_HOME"] = testpath/"data"
    ENV["XDG_STATE_HOME"] = testpath/"state"
    system bin/"ebb", "init", "--demo"
    assert_match "7 new", shell_output("#{bin}/ebb")
  end
end
