#include <cstdio>
#include <string_view>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "vestibule/gateway/step.hpp"

namespace vestibule::cli {
namespace {

constexpr const char* help = R"(usage: vestibule gateway

Prints the rules by which the gateway turns one sign-up into at most one
customer as Markdown, drawn from the table that decides. core/docs/gateway.md
is this text.

Exit: 0 done, 3 output could not be written.
)";

constexpr std::string_view introduction =
    R"(<!-- drawn by "vestibule gateway" from core/src/gateway; do not edit -->

# One sign-up in the gateway

An intent is claimed by the first request of its key. It is sent to the API only after the record of the send is on the
disk; whatever does not say for certain what happened makes it unknown, and it is then looked for by its token. It ends
created, rejected or, for a person, parked; after that it is looked for three times more, for records nobody knows of.

A contact that came along is an intent of its own, made once the customer is bound to a record. It is looked for by its
e-mail, at first before anything is sent; where another customer's contact has that e-mail, and where the API refuses the
contact, it is parked, and whoever signed up is told of the customer alone.

The horizon is the time after which a create that left no trace is not carried out any more. "Nothing may be sent" means
that the breaker is open, the API asked for a pause, or the minute's budget of retries is spent.

The first row that fits decides. An event that is ignored changes nothing, not even on the disk.

)";

}  // namespace

ExitCode gateway_command(Words words) {
  const Arguments arguments = read_arguments(words, {});
  if (arguments.help) {
    std::fputs(help, stdout);
    return accepted;
  }
  if (!arguments.problem.empty() || !arguments.operands.empty()) {
    complain(arguments.problem.empty() ? "gateway takes no arguments; see --help." : arguments.problem);
    return misuse;
  }
  Output output;
  output.text() += introduction;
  gateway::append_table(output.text());
  if (!output.flush()) {
    complain(output.problem());
    return io;
  }
  return accepted;
}

}  // namespace vestibule::cli
