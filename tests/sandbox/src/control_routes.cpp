#include "control_routes.hpp"

#include <charconv>

#include "account_intake.hpp"
#include "body.hpp"
#include "customer_life.hpp"
#include "erasure.hpp"
#include "reconcile.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::int64_t audit_page = 1'000;
constexpr std::int64_t audit_page_max = 10'000;
constexpr std::size_t target_max_bytes = 8'192;  // of a request to the org; 200 ids make about 4,000

Response no_customer() { return failure(problem_of(Refusal::Reason::customer_not_found, "")); }

Response wrong_parameter(std::string_view words) { return failure(400, "INVALID_PARAMETER", words); }

struct AuditRange {
  std::int64_t from = 0;
  std::int64_t limit = audit_page;
};

// Nothing when a parameter is another one, or no whole number within its bounds.
std::optional<AuditRange> read_range(const Call& call) {
  AuditRange range;
  for (const Parameter& parameter : call.parameters) {
    const bool is_from = parameter.name == "from";
    if ((!is_from && parameter.name != "limit") || parameter.op != Operator::equal) return std::nullopt;
    std::int64_t& number = is_from ? range.from : range.limit;
    const std::string& text = parameter.value;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
  }
  if (range.limit < 1 || range.limit > audit_page_max) return std::nullopt;
  return range;
}

std::string life_of(Repositories& repositories, const lifecycle::Life& life) {
  std::string text = "{\"life\":";
  lifecycle::append_json(text, life);
  text.append(R"(,"stage":")").append(lifecycle::to_string(stage_of(life)));
  text.append(R"(","link":")").append(lifecycle::to_string(link_of(life))).append("\"");
  const std::string id = life.id ? ids::to_string(*life.id) : "";
  if (const auto since = repositories.lives.pending_since(id)) {
    text.append(R"(,"pendingSince":")").append(to_iso(*since)).append("\"");
  }
  if (life.hold_account) {
    // Whose the account is now: nobody's, once that customer was tied to another one.
    const auto customer = repositories.lives.holder_of(life.hold_account->text());
    text.append(R"(,"holdCustomer":)");
    if (customer) {
      json::append_string(text, *customer);
    } else {
      text += "null";
    }
  }
  return text + '}';
}

std::string reconcile_of(Repositories& repositories) {
  return repositories.sync.reconciled() ? R"({"running":true})" : R"({"running":false})";
}

}  // namespace

Response read_audit(Repositories& repositories, const Call& call) {
  const auto range = read_range(call);
  if (!range) return wrong_parameter("from: a whole number; limit: one from 1 to 10000; and no others");
  const std::string lines =
      repositories.audit.lines(static_cast<std::uint64_t>(range->from), static_cast<std::uint64_t>(range->limit));
  std::string data = "[";
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    if (data.size() > 1) data += ',';
    json::append_string(data, std::string_view{lines}.substr(begin, end - begin));
    begin = end + 1;
  }
  return success(200, data + "]");
}

Response read_conflicts(Repositories& repositories, const Call& call) {
  return call.parameters.empty() ? success(200, repositories.sync.conflicts()) : no_parameters();
}

Response read_life(Repositories& repositories, const Call& call) {
  if (!call.parameters.empty()) return no_parameters();
  const auto customer = find_named(repositories.customers, call.ids[0]);
  return customer ? success(200, life_of(repositories, repositories.lives.find(customer->text("id")))) : no_customer();
}

void post_event(Store& store, const Call& call, std::string_view body, const Answer& answer) {
  auto event = lifecycle::read_event(body);
  if (!event.ok()) {
    const json::Problem& problem = event.error();
    return answer(failure(400, "INVALID_EVENT", problem.pointer + ": " + std::string{to_string(problem.code)}));
  }
  Answer then = answer;
  if (event.value().kind == lifecycle::EventKind::erase) {
    then = [&store, answer](Response response) {
      store.scrub();
      answer(std::move(response));
    };
  }
  write(
      store,
      [id = call.ids[0], event = event.value()](Repositories& repositories, Response& response) mutable {
        const auto customer = find_named(repositories.customers, id);
        if (!customer) {
          response = no_customer();
          return false;
        }
        event.open_order = has_open_order(repositories, customer->text("id"));
        const bool merged = event.kind == lifecycle::EventKind::account_merged;
        const auto holder = repositories.lives.holder_of((merged ? event.winner : event.account).text());
        event.taken = event.taken || (holder && *holder != customer->text("id"));
        const lifecycle::Step step = tell(repositories, customer->text("id"), event, {"operator", now()});
        response = success(200, life_of(repositories, step.life));
        return true;
      },
      then);
}

void post_org_order(Store& store, const Call&, std::string_view body, const Answer& answer) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json) return answer(failure(problems.problem()));
  ObjectReader reader{*json, "", problems};
  const auto account = ids::parse_salesforce_id(reader.text("account", Need::required).value_or(""));
  if (!account.ok()) reader.refuse("account", "expected an account's id");
  reader.finish();
  if (!problems.empty()) return answer(failure(problems.problem()));
  write(
      store,
      [id = account.value().id](Repositories& repositories, Response& response) {
        add_order(repositories, id.text(), now());
        response = success(202, "{}");
        return true;
      },
      answer);
}

Response read_reconcile(Repositories& repositories, const Call& call) {
  return call.parameters.empty() ? success(200, reconcile_of(repositories)) : no_parameters();
}

void post_reconcile(Store& store, const Call&, std::string_view body, const Answer& answer) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json) return answer(failure(problems.problem()));
  ObjectReader{*json, "", problems}.finish();
  if (!problems.empty()) return answer(failure(problems.problem()));
  write(
      store,
      [](Repositories& repositories, Response& response) {
        begin_reconcile(repositories, day_of(now()));
        response = success(200, reconcile_of(repositories));
        return true;
      },
      answer);
}

Response ask_org(Control& control, std::string_view body) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json || !json->is_object()) return failure(400, "INVALID_BODY", "expected an object");
  ObjectReader reader{*json, "", problems};
  OrgRequest request;
  request.method = reader.text("method", Need::optional).value_or("GET");
  request.target = reader.text("target", Need::optional, target_max_bytes).value_or("");
  request.actor = reader.text("actor", Need::optional).value_or("user");
  request.if_match = reader.text("ifMatch", Need::optional);
  if (const auto* inner = reader.any("body")) request.body = inner->dump();
  reader.finish();
  if (!problems.empty()) return failure(problems.problem());
  control.org.restrict_picklists(control.restricts_picklists());
  const OrgResponse response = control.org.handle(request);
  std::string data = "{\"status\":" + std::to_string(response.status) + ",\"etag\":";
  if (response.etag) {
    json::append_string(data, *response.etag);
  } else {
    data += "null";
  }
  data.append(",\"body\":").append(response.body.empty() ? "null" : response.body).append("}");
  return success(200, data);
}

}  // namespace vestibule::sandbox
