#include <cstdio>
#include <iterator>
#include <string>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "vestibule/catalogue/explanation.hpp"

namespace vestibule::cli {
namespace {

constexpr const char* help = R"(usage: vestibule explain [CODE...]

Says what a finding's code means: its words, its params, the rule behind it,
where the rule comes from and what to do. Without CODE it lists all codes.

Exit: 0 done, 2 there is no such code, 3 output could not be written.
)";

void append_explanation(std::string& out, Code code) {
  const catalogue::Explanation& texts = catalogue::explanation(code);
  const auto line = [&](std::string_view title, std::string_view text) {
    out += title;
    out += text;
    out.push_back('\n');
  };
  line("", to_string(code));
  line("  words   ", texts.words);
  line("  rule    ", texts.rule);
  line("  source  ", texts.source);
  line("  fix     ", texts.fix);
  std::string params;
  for (const std::string_view param : info(code).params) {
    if (!params.empty() && !param.empty()) params += ", ";
    params += param;
  }
  if (!params.empty()) line("  params  ", params);
}

// "email.syntax, email.too_long": the codes of the area that `name` begins with.
std::string neighbours(std::string_view name) {
  const std::string area = std::string{name.substr(0, name.find('.'))} + ".";
  std::string found;
  for (const CodeInfo& code : code_table) {
    if (!code.name.starts_with(area)) continue;
    if (!found.empty()) found += ", ";
    found += code.name;
  }
  return found;
}

}  // namespace

ExitCode explain_command(Words words) {
  const Arguments arguments = read_arguments(words, {});
  if (arguments.help) {
    std::fputs(help, stdout);
    return accepted;
  }
  if (!arguments.problem.empty()) {
    complain(arguments.problem);
    return misuse;
  }
  Output output;
  bool all = true;
  for (const std::string_view name : arguments.operands) {
    if (const auto code = catalogue::find_code(name)) {
      append_explanation(output.text(), *code);
      continue;
    }
    all = false;
    const std::string near = neighbours(name);
    complain("there is no code " + std::string{name} +
             (near.empty() ? "; \"vestibule explain\" lists them." : "; codes of this area: " + near + "."));
  }
  if (arguments.operands.empty()) {
    for (std::size_t i = 0; i < std::size(code_table); ++i) {
      output.text() += code_table[i].name;
      output.text() += "  ";
      output.text() += catalogue::explanation(static_cast<Code>(i)).rule;
      output.end_line();
    }
  }
  if (!output.flush()) {
    complain(output.problem());
    return io;
  }
  return all ? accepted : misuse;
}

}  // namespace vestibule::cli
