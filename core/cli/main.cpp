// vestibule: the core as a command line, for data files and pipelines. See README.md.
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "arguments.hpp"
#include "commands.hpp"
#include "interrupt.hpp"
#include "vestibule/version.hpp"

namespace {

using namespace vestibule::cli;

struct Command {
  std::string_view name;
  ExitCode (*run)(Words words);
};

constexpr Command commands[] = {
    {"check", &check_command},     {"check-field", &check_field_command}, {"id", &id_command},
    {"explain", &explain_command}, {"fields", &fields_command},           {"lifecycle", &lifecycle_command},
    {"gateway", &gateway_command}, {"signup", &signup_command},           {"audit", &audit_command},
    {"replay", &replay_command},
};

constexpr const char* help = R"(usage: vestibule COMMAND ...

Judges customers and contacts of Nue's Self-Service API.

  check        records of files or standard input, a line of JSON for each
  check-field  values of one field, a line of JSON for each
  id           Salesforce ids and UUIDs in their canonical form
  explain      what a finding's code means
  fields       the fields, their limits and who may write them
  lifecycle    the rules of a customer's life, as Markdown
  gateway      the rules by which one sign-up becomes one customer, as Markdown
  signup       the rules by which a browser sends a sign-up once, as Markdown
  audit        whether an audit log is whole
  replay       a machine's flight record, step by step again

"vestibule COMMAND --help" says more; "vestibule --version" prints the version.

Exit: 0 all accepted, 1 some refused, 2 misuse, 3 something could not be read
or written.
)";

ExitCode run(Words words) {
  const std::string_view name = words.empty() ? std::string_view{} : words.front();
  for (const Command& command : commands) {
    if (command.name == name) return command.run(words.subspan(1));
  }
  if (name == "--help" || name == "-h") {
    std::fputs(help, stdout);
    return accepted;
  }
  if (name == "--version") {
    std::printf("vestibule %s\n", std::string{vestibule::version}.c_str());
    return accepted;
  }
  complain(name.empty() ? "give a command; see --help." : "there is no command " + std::string{name} + "; see --help.");
  return misuse;
}

}  // namespace

int main(int argc, char** argv) {
  catch_signals();
  int code = io;
  try {
    code = run({argv + 1, argc > 0 ? static_cast<std::size_t>(argc - 1) : 0});
  } catch (const std::bad_alloc&) {
    complain("there is not enough memory.");
  } catch (const std::exception& error) {
    complain(error.what());
  }
  // Help and version are printed without a look at the outcome; commands have said what they met.
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    if (code == accepted) complain("standard output could not be written.");
    code = io;
  }
  if (stop_signal() != 0) end_by_signal();
  return code;
}
