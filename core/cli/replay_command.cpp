#include <cstdio>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "commands.hpp"
#include "input.hpp"
#include "output.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/replay/replay.hpp"

namespace vestibule::cli {
namespace {

constexpr const char* help = R"(usage: vestibule replay [FILE...]

Repeats flight records (NDJSON, "-" or no FILE is standard input): every event
again, step by step, and whether it leads to the same states and effects. Prints
a line for each file:

  {"ok":true,"machine":"signup","build":"0.1.0","steps":12}
  {"ok":false,"machine":"signup","build":"0.1.0","steps":3,"fault":"differs",
   "repeated":"..."}

steps is the number of steps repeated before the fault; faults are syntax,
version, machine, event and differs. repeated is the line that should have been.

Exit: 0 all repeated, 1 a fault, 2 misuse, 3 something could not be read or
written.
)";

std::string read_all(Input& input) {
  std::vector<char> buffer(64 * 1024);
  std::string text;
  for (std::string_view bytes = input.read(buffer); !bytes.empty(); bytes = input.read(buffer)) text += bytes;
  return text;
}

void append_text(std::string& out, std::string_view name, std::string_view value) {
  out.append(",\"").append(name).append("\":");
  json::append_string(out, value);
}

void append_verdict(std::string& out, const replay::Replay& replay, const std::optional<replay::Fault>& fault) {
  out.append("{\"ok\":").append(fault ? "false" : "true");
  append_text(out, "machine", replay.machine());
  append_text(out, "build", replay.build());
  out.append(",\"steps\":").append(std::to_string(replay.steps()));
  if (fault) append_text(out, "fault", replay::to_string(*fault));
  if (fault == replay::Fault::differs) append_text(out, "repeated", replay.repeated());
  out.push_back('}');
}

}  // namespace

ExitCode replay_command(Words words) {
  const Arguments arguments = read_arguments(words, {});
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
    const std::string record = read_all(input);
    if (!input.problem().empty()) {
      complain(input.problem());
      code = io;
      continue;
    }
    replay::Replay replay;
    auto fault = replay.add_all(record);
    // A record has a head at least.
    if (!fault && replay.machine().empty()) fault = replay::Fault::syntax;
    append_verdict(output.text(), replay, fault);
    output.end_line();
    if (fault && code == accepted) code = refused;
  }
  if (!output.flush()) {
    complain(output.problem());
    return io;
  }
  return code;
}

}  // namespace vestibule::cli
