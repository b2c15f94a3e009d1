#include <cstdio>
#include <string>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "vestibule/catalogue/sync_class.hpp"
#include "vestibule/lifecycle/json.hpp"
#include "vestibule/lifecycle/step.hpp"
#include "vestibule/relations/relation.hpp"
#include "vestibule/sync/plan.hpp"

namespace vestibule::cli {
namespace {

constexpr const char* help = R"(usage: vestibule lifecycle

Prints the rules of a customer's life as Markdown, drawn from the tables that
decide: stages, links, what every event leads to, who is master of which field
between Nue and Salesforce, and which records belong to a customer. core/docs/lifecycle.md is this text.

Exit: 0 done, 3 output could not be written.
)";

constexpr std::string_view introduction =
    R"(<!-- drawn by "vestibule lifecycle" from core/src/lifecycle, core/src/relations and core/data/sync.csv; do not edit -->

# A customer's life

The stage is computed from the customer's orders, never stored: Draft without a Nue id; Prospect until an order is
activated; Active after the first one; Managed once a later order, a change, a renewal or a cancellation followed.

The link is the tie to a Salesforce account: None, Pending (due or being made), Linked, Suspended (the account is in the
bin), Severed (gone for good), Held (a person has to look; nothing is written to the account).

## Events

The first row that fits decides. An event that changes nothing is written to the audit log like any other, with its reason.
Before a customer has an id every event but `created` is ignored: no_customer.

)";

constexpr std::string_view members_heading = R"(
As JSON an event is an object with `event`, its kind, and these members. One with nothing in the last column must be there;
members of other kinds must not.

)";

constexpr std::string_view fields_heading = R"(
## Who is master of a field

`profile` and `address` fields (an address is one value): Nue before the link; once linked, Salesforce where both sides
changed, and Nue's value goes to the conflict log. `billing`, `metrics` and `system` fields: Nue always; a change made in
Salesforce is taken back and goes to the conflict log. What is not listed does not travel. A tenant may decide otherwise, in
its [profile](profile.md#who-is-master-of-a-field).

| record | fields | class |
| --- | --- | --- |
)";

constexpr std::string_view relations_heading = R"(
## What belongs to a customer

Each record names another by the id in a member. A deleted or merged account changes none of them.

| record | member | names a | | from it follows the customer's |
| --- | --- | --- | --- | --- |
)";

void append_units(std::string& out, std::string_view record, catalogue::Entity of) {
  const sync::Plan plan = sync::plan_of(of);
  for (const sync::Unit& unit : plan.units) {
    out.append("| ").append(record).append(" | ");
    for (std::size_t i = 0; i < unit.count; ++i) {
      if (i > 0) out += ", ";
      out.append("`").append(catalogue::info(plan.fields[unit.first + i]).name).append("`");
    }
    out.append(" | ").append(catalogue::to_string(unit.sync_class)).append(" |\n");
  }
}

}  // namespace

ExitCode lifecycle_command(Words words) {
  const Arguments arguments = read_arguments(words, {});
  if (arguments.help) {
    std::fputs(help, stdout);
    return accepted;
  }
  if (!arguments.problem.empty() || !arguments.operands.empty()) {
    complain(arguments.problem.empty() ? "lifecycle takes no arguments; see --help." : arguments.problem);
    return misuse;
  }
  Output output;
  output.text() += introduction;
  lifecycle::append_table(output.text());
  output.text() += members_heading;
  lifecycle::append_member_tables(output.text());
  output.text() += fields_heading;
  append_units(output.text(), "customer", catalogue::Entity::customer);
  append_units(output.text(), "contact", catalogue::Entity::contact);
  output.text() += relations_heading;
  relations::append_table(output.text());
  if (!output.flush()) {
    complain(output.problem());
    return io;
  }
  return accepted;
}

}  // namespace vestibule::cli
