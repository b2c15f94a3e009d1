#include "vestibule/validation/check_form.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "vestibule/checks/number.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check.hpp"

namespace vestibule::validation {
namespace {

using catalogue::Kind;
using customer::ValueKind;
using customer::ValueView;

// Undoes "+" and "%41" into `out`; false where an escape has no two hexadecimal digits or what it makes is not UTF-8, and
// then `at` is the offset.
bool decode(std::string_view encoded, std::string& out, std::size_t& at) {
  out.clear();
  for (at = 0; at < encoded.size(); ++at) {
    if (encoded[at] != '%') {
      out.push_back(encoded[at] == '+' ? ' ' : encoded[at]);
      continue;
    }
    if (encoded.size() - at < 3) return false;
    const int high = text::hex_value(encoded[at + 1]);
    const int low = text::hex_value(encoded[at + 2]);
    if (high < 0 || low < 0) return false;
    out.push_back(static_cast<char>(high * 16 + low));
    at += 2;
  }
  const std::size_t invalid = text::first_invalid_utf8(out);
  if (invalid == out.size()) return true;
  // Every decoded byte stands for one encoded byte, or for the three of an escape.
  at = 0;
  for (std::size_t decoded = 0; decoded < invalid; ++decoded) at += encoded[at] == '%' ? std::size_t{3} : 1;
  return false;
}

// What a control of this kind of field means by its text.
ValueView read_value(Kind kind, std::string_view text) {
  if (kind == Kind::integer || kind == Kind::number) {
    const auto number = checks::parse_decimal(text);
    const bool literal = number.ok() || number.error() != Code::field_type;  // a number out of bounds is still one
    return {literal ? ValueKind::number : ValueKind::string, text, 0, 0};
  }
  if (kind == Kind::boolean && (text == "true" || text == "on")) return {ValueKind::boolean_true, {}, 0, 0};
  if (kind == Kind::boolean && text == "false") return {ValueKind::boolean_false, {}, 0, 0};
  return {ValueKind::string, text, 0, 0};
}

json::Problem over(std::string_view what, std::size_t max) {
  return {Code::json_limit, "", {std::string{what}, std::to_string(max)}};
}

}  // namespace

std::optional<json::Problem> read_form(std::string_view body, customer::RecordView& record) {
  if (body.size() > limits::record_max_bytes) {
    return json::Problem{Code::limit_input, "", {std::to_string(limits::record_max_bytes)}};
  }
  record.start(body.size());
  std::string name;
  std::string value;
  std::array<bool, catalogue::field_count> sent{};  // an empty field leaves no trace in the record
  std::size_t fields = 0;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('&', begin), body.size());
    const std::string_view pair = body.substr(begin, end - begin);
    if (!pair.empty()) {
      if (++fields > limits::json_max_members) return over("members", limits::json_max_members);
      const std::size_t equals = std::min(pair.find('='), pair.size());
      const std::size_t value_begin = std::min(equals + 1, pair.size());
      std::size_t at = 0;
      if (!decode(pair.substr(0, equals), name, at)) {
        return json::Problem{Code::form_syntax, "", {std::to_string(begin + at)}};
      }
      if (!decode(pair.substr(value_begin), value, at)) {
        return json::Problem{Code::form_syntax, "", {std::to_string(begin + value_begin + at)}};
      }
      if (name.size() > limits::json_max_key_bytes) return over("key bytes", limits::json_max_key_bytes);
      const auto field = catalogue::find_field(name);
      const auto& unknown = record.unknown();
      const bool seen = field ? std::exchange(sent[catalogue::index(*field)], true)
                              : std::find(unknown.begin(), unknown.end(), name) != unknown.end();
      if (seen) {
        std::string pointer;
        json::append_pointer_token(pointer, name);
        return json::Problem{Code::form_duplicate_key, pointer, {}};
      }
      if (!field) {
        record.add_unknown(record.keep(name));
      } else if (!value.empty()) {
        record.set(*field, read_value(catalogue::info(*field).kind, record.keep(value)));
      }
    }
    begin = end + 1;
  }
  return std::nullopt;
}

CheckResult check_form(std::string_view body, const Options& options) {
  customer::RecordView record;
  Report report;
  if (const auto problem = read_form(body, record)) {
    CheckResult refused;
    refused.findings.push_back(make_finding(*problem));
    return refused;
  }
  check_record(record, options, report);
  return make_result(report, record);
}

}  // namespace vestibule::validation
