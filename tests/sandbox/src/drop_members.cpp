#include "drop_members.hpp"

#include <nlohmann/json.hpp>

namespace vestibule::sandbox {
namespace {

// The end of the string that begins at `place`, behind its quotation mark.
std::size_t string_end(std::string_view text, std::size_t place) {
  for (++place; text[place] != '"'; ++place) {
    if (text[place] == '\\') ++place;
  }
  return place + 1;
}

// The end of a value: of the member's the comma or bracket behind it.
std::size_t value_end(std::string_view text, std::size_t place) {
  for (std::size_t depth = 0;; ++place) {
    const char c = text[place];
    if (c == '"') place = string_end(text, place) - 1;
    if (c == '{' || c == '[') ++depth;
    const bool closes = c == '}' || c == ']';
    if (depth == 0 && (closes || c == ',')) return place;
    if (closes) --depth;
  }
}

// As a JSON pointer writes it (RFC 6901).
std::string token_of(std::string_view quoted) {
  std::string token;
  for (const char c : nlohmann::json::parse(quoted, nullptr, false).get<std::string>()) {
    if (c == '~') token += "~0";
    if (c == '/') token += "~1";
    if (c != '~' && c != '/') token += c;
  }
  return token;
}

// Copies the object at `place` to `out` and gives the place behind it.
std::size_t copy_object(std::string_view text, std::size_t place, const std::string& pointer,
                        const std::set<std::string>& pointers, std::string& out) {
  out += '{';
  bool first = true;
  for (++place; text[place] != '}';) {
    if (text[place] != '"') {
      ++place;  // a comma or white space
      continue;
    }
    const std::size_t colon = string_end(text, place);
    const std::size_t end = value_end(text, colon);
    if (!pointers.contains(pointer + "/" + token_of(text.substr(place, colon - place)))) {
      if (!first) out += ',';
      first = false;
      out += text.substr(place, end - place);
    }
    place = end;
  }
  out += '}';
  return place + 1;
}

}  // namespace

std::string drop_members(std::string_view text, const std::set<std::string>& pointers) {
  std::string out;
  bool in_array = false;
  std::size_t row = 0;
  for (std::size_t place = 0; place < text.size();) {
    if (text[place] == '{') {
      place = copy_object(text, place, in_array ? "/" + std::to_string(row++) : "", pointers, out);
      continue;
    }
    if (text[place] == '[') in_array = true;
    out += text[place++];
  }
  return out;
}

}  // namespace vestibule::sandbox
