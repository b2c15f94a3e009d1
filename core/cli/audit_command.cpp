#include <cstdio>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "commands.hpp"
#include "input.hpp"
#include "interrupt.hpp"
#include "output.hpp"
#include "vestibule/audit/verify.hpp"
#include "vestibule/lifecycle/json.hpp"

namespace vestibule::cli {
namespace {

constexpr const char* help = R"(usage: vestibule audit [--lives] [FILE...]

Verifies audit logs (NDJSON, "-" or no FILE is standard input): recomputes the
chain of hashes and replays every event. Prints a line for each file:

  {"ok":true,"count":3,"head":"<hash of the last line>"}
  {"ok":false,"count":2,"head":"...","fault":"hash"}

count is the number of whole lines before the fault; faults are syntax,
sequence, chain, hash and replay. Compare head with one kept elsewhere: a log
that was cut off at its end has no other sign of it.

  --lives   after a whole file's line, one for each customer: the life that the
            log leads to, as the store should hold it

Exit: 0 all whole, 1 a fault, 2 misuse, 3 something could not be read or
written.
)";

std::optional<audit::Fault> verify(Input& input, audit::Verifier& verifier) {
  std::vector<char> buffer(256 * 1024);
  std::string rest;
  for (std::string_view bytes = input.read(buffer); !bytes.empty(); bytes = input.read(buffer)) {
    rest += bytes;
    const std::size_t end = rest.rfind('\n');
    if (end == std::string::npos) {
      if (rest.size() > audit::line_max_bytes) break;
      continue;
    }
    if (const auto fault = verifier.add_all(std::string_view{rest}.substr(0, end + 1))) return fault;
    rest.erase(0, end + 1);
  }
  return rest.empty() ? std::nullopt : verifier.add_all(rest);
}

void append_verdict(std::string& out, const audit::Verifier& verifier, const std::optional<audit::Fault>& fault) {
  out.append("{\"ok\":").append(fault ? "false" : "true");
  out.append(",\"count\":").append(std::to_string(verifier.head().count));
  out.append(",\"head\":\"").append(digest::to_hex(verifier.head().hash)).append("\"");
  if (fault) out.append(",\"fault\":\"").append(audit::to_string(*fault)).append("\"");
  out.push_back('}');
}

void append_lives(Output& output, const audit::Verifier& verifier) {
  for (const auto& [customer, life] : verifier.lives()) {
    lifecycle::append_json(output.text(), life);
    output.end_line();
  }
}

}  // namespace

ExitCode audit_command(Words words) {
  constexpr OptionSpec options[] = {{"--lives", false}};
  const Arguments arguments = read_arguments(words, options);
  if (arguments.help) {
    std::fputs(help, stdout);
    return accepted;
  }
  if (!arguments.problem.empty()) {
    complain(arguments.problem);
    return misuse;
  }
  std::vector<std::string_view> files(arguments.operands.begin(), arguments.operands.end());
  if (files.empty()) files.emplace_back("-");
  Output output;
  ExitCode code = accepted;
  for (const std::string_view file : files) {
    Input input{file};
    audit::Verifier verifier;
    const auto fault = verify(input, verifier);
    if (!input.problem().empty()) {
      complain(input.problem());
      code = io;
      continue;
    }
    append_verdict(output.text(), verifier, fault);
    output.end_line();
    if (fault && code == accepted) code = refused;
    if (!fault && arguments.has("--lives")) append_lives(output, verifier);
  }
  if (!output.flush()) {
    complain(output.problem());
    return io;
  }
  return code;
}

}  // namespace vestibule::cli
