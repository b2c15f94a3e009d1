#include <cstdio>
#include <string>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check_id.hpp"

namespace vestibule::cli {
namespace {

constexpr const char* help = R"(usage: vestibule id TEXT...

Reads each TEXT as a UUID or a Salesforce id and prints one line of JSON:
{"ok","value","findings"} with the canonical text as the value, and
"kind":"uuid" with its version, or "kind":"salesforce" with the object its
first three characters name.

Exit: 0 all are ids, 1 some are not, 2 misuse, 3 output could not be written.
)";

std::string_view object_name(std::string_view prefix) {
  if (prefix == ids::account_prefix) return "account";
  if (prefix == ids::contact_prefix) return "contact";
  return {};
}

// Adds members to the JSON object at the end of `out`.
void append_kind(std::string& out, const validation::IdResult& result, bool uuid) {
  out.pop_back();
  out += uuid ? R"(,"kind":"uuid","version":)" : R"(,"kind":"salesforce","prefix":)";
  if (uuid) {
    out += std::to_string(ids::parse_uuid(result.value).value().version());
  } else {
    const std::string_view prefix = std::string_view{result.value}.substr(0, 3);
    json::append_string(out, prefix);
    out += ",\"object\":";
    const std::string_view name = object_name(prefix);
    if (name.empty()) {
      out += "null";
    } else {
      json::append_string(out, name);
    }
  }
  out.push_back('}');
}

}  // namespace

ExitCode id_command(Words words) {
  const Arguments arguments = read_arguments(words, {});
  if (arguments.help) {
    std::fputs(help, stdout);
    return accepted;
  }
  if (!arguments.problem.empty() || arguments.operands.empty()) {
    complain(arguments.problem.empty() ? "id needs a TEXT." : arguments.problem);
    return misuse;
  }
  Output output;
  bool all = true;
  for (const std::string_view text : arguments.operands) {
    // Only a UUID has hyphens.
    const bool uuid = text.find('-') != std::string_view::npos;
    const auto result = uuid ? validation::check_uuid(text) : validation::check_salesforce_id(text, {});
    all = all && result.ok;
    validation::append_json(output.text(), result);
    if (result.ok) append_kind(output.text(), result, uuid);
    output.end_line();
  }
  if (!output.flush()) {
    complain(output.problem());
    return io;
  }
  return all ? accepted : refused;
}

}  // namespace vestibule::cli
