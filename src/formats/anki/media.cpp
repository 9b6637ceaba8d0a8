// Media lists of both kinds of packages. Names are labels, never paths.
#include "formats/anki/media.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ebb/core/error.hpp"
#include "ebb/text/unicode.hpp"
#include "formats/anki/protobuf.hpp"
#include "formats/archive/zstd_stream.hpp"
#include "formats/html_text.hpp"

namespace ebb {
namespace {

using Json = nlohmann::json;
constexpr std::size_t longest_list = std::size_t{32} << 20, longest_file = std::size_t{100} << 20;
constexpr std::size_t longest_label = 255;

bool path_like(std::string_view name) {
  return name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos;
}

}  // namespace

std::string media_label(std::string_view name) {
  std::string label;
  const std::string normal = to_nfc(valid_utf8(name));
  for (const char c : normal) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || std::string_view("[]<>:\"/?*^\\|").find(c) != std::string_view::npos) continue;
    label += c;
  }
  while (!label.empty() && (label.back() == ' ' || label.back() == '.')) label.pop_back();
  return label.size() > longest_label ? "" : label;
}

AnkiMedia::AnkiMedia(ZipReader& zip, bool latest, Intake& intake) : zip_(zip), latest_(latest) {
  if (!zip.has("media")) return;
  try {
    if (!latest) {
      read_json(zip.text("media", longest_list), intake);
      return;
    }
    std::string message;
    ZstdStream stream("its list of media", longest_list, [&](std::string_view piece) { message += piece; });
    zip.read("media", longest_list, [&](std::string_view piece) { stream.push(piece); });
    stream.finish();
    read_protobuf(message, intake);
  } catch (const Error& error) {
    intake.warn(0, {0, 0},
                fmt::format("the list of media cannot be read, so pictures and sounds are missing ({})", error.what()));
  }
}

void AnkiMedia::read_json(const std::string& text, Intake& intake) {
  const Json list = Json::parse(text, nullptr, false);
  if (!list.is_object()) {
    intake.warn(0, {0, 0}, "the list of media is no JSON object, so pictures and sounds are missing");
    return;
  }
  for (const auto& [member, name] : list.items())
    if (name.is_string()) add(name.get<std::string>(), member, intake);
}

void AnkiMedia::read_protobuf(const std::string& message, Intake& intake) {
  int number = 0;
  const bool whole = for_each_field(message, [&](const ProtoField& field) {
    if (field.number != 1) return;
    const std::uint64_t old_name = proto_number(field.bytes, 255);
    const std::string member = old_name != 0 ? std::to_string(old_name) : std::to_string(number);
    add(std::string(proto_bytes(field.bytes, 1)), member, intake);
    ++number;
  });
  if (!whole) intake.warn(0, {0, 0}, "the list of media is damaged, so pictures and sounds may be missing");
}

void AnkiMedia::add(const std::string& name, std::string member, Intake& intake) {
  const std::string label = path_like(name) ? "" : media_label(name);
  if (label.empty()) {
    intake.warn(0, {0, 0},
                fmt::format("the name of the media file \"{}\" is no plain name: left out", valid_utf8(name)));
  } else {
    members_.emplace(label, std::move(member));
  }
}

std::string AnkiMedia::bytes_of(const std::string& member) {
  if (!latest_) return zip_.text(member, longest_file);
  std::string bytes;
  ZstdStream stream(fmt::format("the media file {} inside it", member), longest_file,
                    [&](std::string_view piece) { bytes += piece; });
  zip_.read(member, longest_file, [&](std::string_view piece) { stream.push(piece); });
  stream.finish();
  return bytes;
}

void AnkiMedia::hand_over(Intake& intake, bool all) {
  for (const auto& [name, member] : members_) {
    const bool wanted = all || name.starts_with('_') || name.starts_with("latex-") || named_.count(name) > 0;
    if (!wanted) continue;
    if (!zip_.has(member)) {
      intake.warn(0, {0, 0}, fmt::format("the media file \"{}\" is listed but not in the package", name));
      continue;
    }
    try {
      intake.sink().media({name, bytes_of(member)});
    } catch (const Error& error) {
      intake.warn(0, {0, 0}, fmt::format("the media file \"{}\" is left out: {}", name, error.what()));
    }
  }
}

}  // namespace ebb
