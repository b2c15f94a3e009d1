#include "org/body.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "vestibule/json/scan.hpp"

namespace vestibule::sandbox::org {
namespace {

constexpr std::size_t max_bytes = 1'048'576;

// What nlohmann's SAX parser calls; false stops it. Literals of numbers are kept as they were written.
class Members {
 public:
  explicit Members(std::string_view text) { json::find_numbers(text, numbers_); }

  bool null() { return take(Member::Kind::null, {}); }
  bool boolean(bool value) { return take(Member::Kind::boolean, value ? "true" : "false"); }
  bool number_integer(nlohmann::json::number_integer_t) { return number(); }
  bool number_unsigned(nlohmann::json::number_unsigned_t) { return number(); }
  bool number_float(nlohmann::json::number_float_t, const std::string&) { return number(); }
  bool string(std::string& value) { return take(Member::Kind::text, value); }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return depth_ == 0 ? ++depth_ == 1 : open(); }
  bool start_array(std::size_t) { return open(); }
  bool end_object() { return --depth_ >= 0; }
  bool end_array() { return --depth_ >= 0; }

  bool key(std::string& name) {
    if (depth_ != 1) return true;
    if (std::ranges::find(members, name, &Member::name) != members.end()) return false;
    members.push_back({name, Member::Kind::null});
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

  std::vector<Member> members;

 private:
  bool open() {
    if (!take(Member::Kind::nested, {})) return false;
    ++depth_;
    return true;
  }

  bool number() {
    const std::string_view literal = next_ < numbers_.size() ? numbers_[next_++] : std::string_view{};
    return take(Member::Kind::number, literal);
  }

  // A value that is no member of the one object is either inside a nested one, or the document is no object.
  bool take(Member::Kind kind, std::string_view text) {
    if (depth_ == 0) return false;
    if (depth_ == 1) {
      members.back().kind = kind;
      members.back().text = text;
    }
    return true;
  }

  std::vector<std::string_view> numbers_;
  std::size_t next_ = 0;
  int depth_ = 0;
};

}  // namespace

Outcome<std::vector<Member>> read_members(std::string_view body) {
  Members members{body};
  if (json::scan(body, max_bytes) || !nlohmann::json::sax_parse(body, &members)) {
    return Problem{ErrorCode::json_parser_error, "the body is not one JSON object"};
  }
  return std::move(members.members);
}

}  // namespace vestibule::sandbox::org
