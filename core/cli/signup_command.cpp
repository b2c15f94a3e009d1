#include <cstdio>
#include <string>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "vestibule/signup/step.hpp"

namespace vestibule::cli {
namespace {

constexpr const char* help = R"(usage: vestibule signup

Prints the rules by which a browser sends a sign-up once, as Markdown, drawn
from the table that decides. core/docs/signup.md is this text.

Exit: 0 done, 3 output could not be written.
)";

constexpr std::string_view introduction =
    R"(<!-- drawn by "vestibule signup" from core/src/signup; do not edit -->

# A sign-up in the browser

Pressing the button leads to one customer: whatever is not known is waited for, with the same key and the same answers, and
a new key is only made after a final answer. Before each send it is counted and stored, and the lock of its key is taken.

- editing: answers may be changed
- persisting: the attempt is being stored
- queued: stored; waits for the network, or for the lock of another tab
- sending: a form token is fetched, or the answers are on their way
- waiting: not known yet; sent again or asked about after a while
- unresolved: waited for long enough; asked about once a minute, and when the person says so
- expired: the answers were erased after a day; the key can still be asked about
- confirmed, refused: final

## Events

The first row that fits decides. An empty "next" means that the state stays.

)";

}  // namespace

ExitCode signup_command(Words words) {
  const Arguments arguments = read_arguments(words, {});
  if (arguments.help) {
    std::fputs(help, stdout);
    return accepted;
  }
  if (!arguments.problem.empty() || !arguments.operands.empty()) {
    complain(arguments.problem.empty() ? "signup takes no arguments; see --help." : arguments.problem);
    return misuse;
  }
  Output output;
  output.text() += introduction;
  signup::append_table(output.text());
  if (!output.flush()) {
    complain(output.problem());
    return io;
  }
  return accepted;
}

}  // namespace vestibule::cli
