// On top of nlohmann's SAX parser; the only file that includes nlohmann.
//
// The parser knows the grammar and nothing else: encoding is settled by scan() before, depth, counts and duplicate
// keys here, and no text of the library ever reaches a finding.
#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

#include "events.hpp"
#include "vestibule/json/scan.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::json {
namespace {

class BoundedReader {
 public:
  BoundedReader(Sink& sink, const std::vector<std::string_view>& numbers) : sink_{sink}, numbers_{numbers} {}

  // The interface nlohmann::json::sax_parse asks for; false stops the parser.
  bool null() { return scalar(Scalar::null, {}); }
  bool boolean(bool value) { return scalar(value ? Scalar::boolean_true : Scalar::boolean_false, {}); }
  bool number_integer(nlohmann::json::number_integer_t) { return number(); }
  bool number_unsigned(nlohmann::json::number_unsigned_t) { return number(); }
  bool number_float(nlohmann::json::number_float_t, const std::string&) { return number(); }
  bool string(std::string& value) { return scalar(Scalar::string, value); }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(true); }
  bool start_array(std::size_t) { return open(false); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (name.size() > limits::json_max_key_bytes) return limit("key bytes", limits::json_max_key_bytes);
    Level& level = levels_.back();
    if (level.key_count == limits::json_max_members) return limit("members", limits::json_max_members);
    const std::size_t hash = std::hash<std::string_view>{}(name);
    for (std::size_t i = level.first_key; i < keys_.size(); ++i) {
      if (keys_[i].hash == hash && keys_[i].name == name) {
        sink_.key(name);
        problem_ = Problem{Code::json_duplicate_key, sink_.pointer(), {}};
        return false;
      }
    }
    keys_.push_back({hash, name});
    ++level.key_count;
    sink_.key(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    problem_ = Problem{Code::json_syntax, "", {std::to_string(position > 0 ? position - 1 : 0)}};
    return false;
  }

  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }

 private:
  struct Key {
    std::size_t hash;
    std::string name;
  };
  struct Level {
    std::size_t first_key;
    std::size_t key_count;
  };

  bool limit(std::string_view what, std::size_t max) {
    problem_ = Problem{Code::json_limit, sink_.row_pointer(), {std::string{what}, std::to_string(max)}};
    return false;
  }

  bool count_value() {
    if (values_ == limits::json_max_values) return limit("values", limits::json_max_values);
    ++values_;
    return true;
  }

  bool scalar(Scalar kind, std::string_view value) {
    if (!count_value()) return false;
    sink_.scalar(kind, value);
    return true;
  }

  bool number() {
    const std::string_view literal = next_number_ < numbers_.size() ? numbers_[next_number_++] : std::string_view{};
    return scalar(Scalar::number, literal);
  }

  bool open(bool object) {
    if (levels_.size() == limits::json_max_depth) {
      problem_ = Problem{Code::json_depth, sink_.row_pointer(), {std::to_string(limits::json_max_depth)}};
      return false;
    }
    if (!count_value()) return false;
    levels_.push_back({keys_.size(), 0});
    sink_.begin(object);
    return true;
  }

  bool close() {
    keys_.resize(levels_.back().first_key);
    levels_.pop_back();
    sink_.end();
    return true;
  }

  Sink& sink_;
  const std::vector<std::string_view>& numbers_;
  std::size_t next_number_ = 0;
  std::size_t values_ = 0;
  std::vector<Level> levels_;
  std::vector<Key> keys_;  // of all open objects, innermost last
  std::optional<Problem> problem_;
};

// The parser computes every number and stops at one that would be infinite, while here a literal is only judged as the
// text of its field. The answer is the text with 1.0 in place of each literal that could be; "" when there is none.
std::string disarm_numbers(std::string_view text, const std::vector<std::string_view>& numbers) {
  constexpr std::size_t longest_finite = 300;  // digits; binary64 ends at 1.8e308
  std::string disarmed;
  for (const std::string_view literal : numbers) {
    if (literal.size() <= longest_finite && literal.find_first_of("eE") == std::string_view::npos) continue;
    if (!is_number(literal)) continue;  // a syntax error, and the parser must see it
    if (disarmed.empty()) disarmed = text;
    const auto begin = static_cast<std::size_t>(literal.data() - text.data());
    disarmed.replace(begin, literal.size(), literal.size(), '0');
    disarmed.replace(begin, 2, "1.");
  }
  return disarmed;
}

}  // namespace

std::optional<Problem> read(std::string_view text, std::size_t max_bytes, Sink& sink) {
  if (auto problem = scan(text, max_bytes)) return problem;
  std::vector<std::string_view> numbers;
  // The one after the last that is taken is read too: the parser must come as far as refusing it.
  find_numbers(text, numbers, limits::json_max_values + 1);
  const std::string disarmed = disarm_numbers(text, numbers);
  const std::string_view parsed = disarmed.empty() ? text : std::string_view{disarmed};
  BoundedReader reader{sink, numbers};
  const bool complete = nlohmann::json::sax_parse(parsed.data(), parsed.data() + parsed.size(), &reader);
  // The parser takes a NUL for the end of the text, whatever follows; no JSON text has one.
  const std::size_t nul = complete ? text.find('\0') : std::string_view::npos;
  if (nul != std::string_view::npos) return Problem{Code::json_syntax, "", {std::to_string(nul)}};
  if (complete) return std::nullopt;
  if (reader.problem()) return reader.problem();
  return Problem{Code::json_syntax, "", {"0"}};
}

}  // namespace vestibule::json
