#include <cstdio>
#include <string>

#include "arguments.hpp"
#include "check_files.hpp"
#include "check_options.hpp"
#include "commands.hpp"
#include "vestibule/customer/record.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check_field_json.hpp"

namespace vestibule::cli {
namespace {

constexpr const char* help_start = R"(usage: vestibule check-field NAME [options] [FILE...]

Judges every line of the files, or of standard input ("-", or no FILE), as one
JSON value of the field NAME, without asking for the other members, and prints
one line of JSON for each: {"ok","value","changed","findings"}.

)";
constexpr const char* help_end = R"(
Exit: 0 all accepted, 1 some refused, 2 misuse, 3 something could not be read
or written.

  echo '"+44 20 7946 0018"' | vestibule check-field phone
)";

// The result with the value itself in the place of the record around it; null where there is no value.
void append_field_json(std::string& out, const validation::CheckResult& result, std::string_view name) {
  const std::size_t begin = out.size();
  validation::append_json(out, result);
  if (!result.ok) return;
  std::string record;
  customer::append_json(record, result.value);
  std::string before{"{"};
  json::append_string(before, name);
  before.push_back(':');
  const bool empty = result.value.values.empty() && result.value.custom.empty();
  const std::string value = empty ? "null" : record.substr(before.size(), record.size() - before.size() - 1);
  out.replace(begin + std::string_view{R"({"ok":true,"value":)"}.size(), record.size(), value);
}

bool is_field(std::string_view name, const validation::Options& options) {
  if (catalogue::find_field(name, options.of)) return true;
  return options.profile != nullptr && options.profile->find_custom(name, options.of).has_value();
}

}  // namespace

ExitCode check_field_command(Words words) {
  const Arguments arguments = read_arguments(words, check_option_specs);
  if (arguments.help) {
    std::printf("%s%s%s", help_start, check_options_help, help_end);
    return accepted;
  }
  const CheckOptions read = read_check_options(arguments);
  std::string problem = arguments.problem.empty() ? read.problem : arguments.problem;
  if (problem.empty() && arguments.operands.empty()) problem = "check-field needs the NAME of a field.";
  const std::string_view name = arguments.operands.empty() ? std::string_view{} : arguments.operands.front();
  if (problem.empty() && (text::first_invalid_utf8(name) < name.size() || !is_field(name, read.options))) {
    problem = "there is no field " + std::string{name} + "; \"vestibule fields\" lists them.";
  }
  if (!problem.empty()) {
    complain(problem);
    return misuse;
  }
  return check_files(
      {arguments.operands.begin() + 1, arguments.operands.end()}, RecordSplitter::Layout::lines,
      [&](std::string_view text) { return validation::check_field_json(name, text, read.options); },
      [&](std::string& out, const validation::CheckResult& result) { append_field_json(out, result, name); });
}

}  // namespace vestibule::cli
