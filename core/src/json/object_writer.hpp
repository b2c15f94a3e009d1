// Writes one JSON object, member by member. Internal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/json/write.hpp"
#include "vestibule/text/decimal.hpp"

namespace vestibule::json {

// From its beginning to the end of the scope.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_{out} { out_.push_back('{'); }
  ~ObjectWriter() { out_.push_back('}'); }
  ObjectWriter(const ObjectWriter&) = delete;
  ObjectWriter& operator=(const ObjectWriter&) = delete;

  void text(std::string_view name, std::string_view value) {
    begin(name);
    append_string(out_, value);
  }
  void number(std::string_view name, std::uint64_t value) {
    begin(name);
    out_ += text::decimal(value);
  }
  void flag(std::string_view name, bool value) {
    begin(name);
    out_ += value ? "true" : "false";
  }
  // The value is appended by the caller.
  std::string& begin(std::string_view name) {
    if (!first_) out_.push_back(',');
    first_ = false;
    append_string(out_, name);
    out_.push_back(':');
    return out_;
  }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace vestibule::json
