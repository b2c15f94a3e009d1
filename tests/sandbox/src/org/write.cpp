#include "org/write.hpp"

#include "vestibule/json/write.hpp"

namespace vestibule::sandbox::org {

void append_name(std::string& out, std::string_view name) {
  if (!out.empty() && out.back() != '{') out += ',';
  json::append_string(out, name);
  out += ':';
}

void append_member(std::string& out, std::string_view name, const std::optional<std::string>& text) {
  append_name(out, name);
  if (text) {
    json::append_string(out, *text);
  } else {
    out += "null";
  }
}

void append_member(std::string& out, std::string_view name, std::int64_t number) {
  append_name(out, name);
  out += std::to_string(number);
}

void append_member(std::string& out, std::string_view name, bool value) {
  append_name(out, name);
  out += value ? "true" : "false";
}

void append_texts(std::string& out, const std::vector<std::string>& texts) {
  out += '[';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += ',';
    json::append_string(out, texts[i]);
  }
  out += ']';
}

}  // namespace vestibule::sandbox::org
