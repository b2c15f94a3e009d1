#include <cstdio>

#include "arguments.hpp"
#include "check_files.hpp"
#include "check_options.hpp"
#include "commands.hpp"
#include "vestibule/validation/check_json.hpp"

namespace vestibule::cli {
namespace {

constexpr const char* help_start = R"(usage: vestibule check [options] [FILE...]

Judges every record of the files, or of standard input ("-", or no FILE), and
prints one line of JSON for each: {"ok","value","changed","findings"}.

A file holds one JSON object, an array of them, or an object a line (NDJSON);
which one is seen from its start. Files of any size are read as they come. A
record over 1 MiB is one finding, limit.input, and reading goes on.

)";
constexpr const char* help_end = R"(  --lines                  every line is a record, whatever the file begins with

Exit: 0 all accepted, 1 some refused, 2 misuse, 3 something could not be read
or written.
)";

}  // namespace

ExitCode check_command(Words words) {
  const Arguments arguments = read_arguments(words, check_option_specs);
  if (arguments.help) {
    std::printf("%s%s%s", help_start, check_options_help, help_end);
    return accepted;
  }
  const CheckOptions read = read_check_options(arguments);
  const std::string& problem = arguments.problem.empty() ? read.problem : arguments.problem;
  if (!problem.empty()) {
    complain(problem);
    return misuse;
  }
  using Layout = RecordSplitter::Layout;
  return check_files(
      arguments.operands, arguments.has("--lines") ? Layout::lines : Layout::detect,
      [&](std::string_view text) { return validation::check_json(text, read.options); },
      [](std::string& out, const validation::CheckResult& result) { validation::append_json(out, result); });
}

}  // namespace vestibule::cli
