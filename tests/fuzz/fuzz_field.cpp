// One value as JSON bytes: a byte of options, a byte that says which member it is of, then the text. What a record of that
// member alone is told, its field is told too.
#include <algorithm>

#include "oracle.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/validation/check_field_json.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;

// A field's, or, beyond the last one, a name that is no field's.
std::string_view name_from(std::uint8_t byte, catalogue::Entity of) {
  const catalogue::FieldRange fields = catalogue::fields_of(of);
  const std::size_t field = fields.begin + byte;
  return field < fields.end ? catalogue::field_table[field].name : "noField";
}

bool is_about_text(const Finding& finding) {
  return to_string(finding.code).starts_with("json.") || finding.code == Code::limit_input;
}

bool is_read(const validation::CheckResult& result) {
  return result.findings.empty() || !is_about_text(result.findings.front());
}

// The value is the record's only member, or was none.
void require_stable(const validation::CheckResult& result, std::string_view name, const validation::Options& options) {
  std::string text;
  customer::append_json(text, result.value);
  const std::string start = "{\"" + std::string{name} + "\":";
  if (text == "{}") return;
  fuzz::require(text.starts_with(start) && text.ends_with("}"), "an accepted value is the only member");
  const std::string_view value = std::string_view{text}.substr(start.size(), text.size() - start.size() - 1);
  const validation::CheckResult again = validation::check_field_json(name, value, options);
  fuzz::require(again.ok && again.value == result.value, "an accepted value is equal when checked again");
  fuzz::require(again.changed.empty(), "an accepted value is unchanged when checked again");
}

void require_told(const validation::CheckResult& field, const validation::CheckResult& record) {
  for (const Finding& finding : field.findings) {
    fuzz::require(std::find(record.findings.begin(), record.findings.end(), finding) != record.findings.end(),
                  "what a field is told, its record is told");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input = fuzz::view_of(data, size);
  const validation::Options options = fuzz::options_from(fuzz::take_byte(input));
  const std::string_view name = name_from(fuzz::take_byte(input), options.of);
  const validation::CheckResult field = validation::check_field_json(name, input, options);
  fuzz::require_consistent(field);
  if (field.ok) require_stable(field, name, options);
  if (!is_read(field)) {
    fuzz::require(field.findings.size() == 1, "a problem of the text is the only finding");
    return 0;
  }
  const validation::CheckResult record =
      validation::check_json("{\"" + std::string{name} + "\":" + std::string{input} + "}", options);
  if (is_read(record) && !record.truncated) require_told(field, record);
  return 0;
}
