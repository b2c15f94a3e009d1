#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "commands.hpp"
#include "field_rows.hpp"
#include "output.hpp"

namespace vestibule::cli {
namespace {

constexpr OptionSpec specs[] = {{"--of"}, {"--json", false}};

constexpr const char* help = R"(usage: vestibule fields [--of customer|contact] [--json]

Lists the fields of customers and contacts: kind, limits, who may give them
(at sign-up, when creating through the API, by PATCH), and where they go in
Salesforce. "required" means that a record is refused without it.

  --of customer|contact  only these
  --json                 one JSON array with everything the catalogue says

Exit: 0 done, 2 misuse, 3 output could not be written.
)";

using Row = std::array<std::string, table_header.size()>;

void append_table(Output& output, const std::vector<catalogue::Field>& fields) {
  std::vector<Row> rows;
  rows.emplace_back();
  std::copy(table_header.begin(), table_header.end(), rows.front().begin());
  for (const catalogue::Field field : fields) rows.push_back(table_row(field));
  std::array<std::size_t, table_header.size()> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const Row& row : rows) {
    std::string& out = output.text();
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += row[i];
      out.append(widths[i] + 2 - row[i].size(), ' ');
    }
    out.erase(out.find_last_not_of(' ') + 1);
    output.end_line();
  }
}

void append_array(Output& output, const std::vector<catalogue::Field>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    output.text() += i == 0 ? "[\n" : ",\n";
    append_field(output.text(), fields[i]);
  }
  output.text() += "\n]";
  output.end_line();
}

}  // namespace

ExitCode fields_command(Words words) {
  const Arguments arguments = read_arguments(words, specs);
  if (arguments.help) {
    std::fputs(help, stdout);
    return accepted;
  }
  std::string problem = arguments.problem;
  const std::string_view of = arguments.value("--of");
  if (problem.empty() && arguments.has("--of") && of != "customer" && of != "contact") {
    problem = "--of is customer or contact.";
  }
  if (problem.empty() && !arguments.operands.empty()) problem = "fields takes no words but its options.";
  if (!problem.empty()) {
    complain(problem);
    return misuse;
  }
  std::vector<catalogue::Field> fields;
  for (std::size_t i = 0; i < catalogue::field_count; ++i) {
    const bool wanted = of.empty() || of == entity_name(catalogue::field_table[i].of);
    if (wanted && catalogue::field_table[i].kind != catalogue::Kind::reserved) {
      fields.push_back(static_cast<catalogue::Field>(i));
    }
  }
  Output output;
  if (arguments.has("--json")) {
    append_array(output, fields);
  } else {
    append_table(output, fields);
  }
  if (output.flush()) return accepted;
  complain(output.problem());
  return io;
}

}  // namespace vestibule::cli
