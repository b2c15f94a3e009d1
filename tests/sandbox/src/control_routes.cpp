#include "control_routes.hpp"

#include <charconv>

#include "body.hpp"
#include "customer_life.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::int64_t audit_page = 1'000;
constexpr std::int64_t audit_page_max = 10'000;

Response no_customer() { return failure(problem_of(Refusal::Reason::customer_not_found, "")); }

std::int64_t number_of(const Call& call, std::string_view name, std::int64_t otherwise) {
  for (const Parameter& parameter : call.parameters) {
    if (parameter.name != name) continue;
    std::from_chars(parameter.value.data(), parameter.value.data() + parameter.value.size(), otherwise);
  }
  return otherwise;
}

std::string life_of(const lifecycle::Life& life) {
  std::string text = "{\"life\":";
  lifecycle::append_json(text, life);
  text.append(R"(,"stage":")").append(lifecycle::to_string(stage_of(life)));
  return text.append(R"(","link":")").append(lifecycle::to_string(link_of(life))).append("\"}");
}

}  // namespace

Response read_audit(Repositories& repositories, const Call& call) {
  const std::int64_t from = std::max<std::int64_t>(number_of(call, "from", 0), 0);
  const std::int64_t limit = std::clamp<std::int64_t>(number_of(call, "limit", audit_page), 1, audit_page_max);
  const std::string lines =
      repositories.audit.lines(static_cast<std::uint64_t>(from), static_cast<std::uint64_t>(limit));
  std::string data = "[";
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    if (data.size() > 1) data += ',';
    json::append_string(data, std::string_view{lines}.substr(begin, end - begin));
    begin = end + 1;
  }
  return success(200, data + "]");
}

Response read_conflicts(Repositories& repositories, const Call&) { return success(200, repositories.sync.conflicts()); }

Response read_life(Repositories& repositories, const Call& call) {
  const auto customer = find_named(repositories.customers, call.ids[0]);
  return customer ? success(200, life_of(repositories.lives.find(customer->text("id")))) : no_customer();
}

void post_event(Store& store, const Call& call, std::string_view body, const Answer& answer) {
  auto event = lifecycle::read_event(body);
  if (!event.ok()) {
    const json::Problem& problem = event.error();
    return answer(failure(400, "INVALID_EVENT", problem.pointer + ": " + std::string{to_string(problem.code)}));
  }
  write(
      store,
      [id = call.ids[0], event = std::move(event.value())](Repositories& repositories, Response& response) {
        const auto customer = find_named(repositories.customers, id);
        if (!customer) {
          response = no_customer();
          return false;
        }
        const lifecycle::Step step = tell(repositories, customer->text("id"), event, {"operator", now()});
        response = success(200, life_of(step.life));
        return true;
      },
      answer);
}

Response ask_org(Control& control, std::string_view body) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json || !json->is_object()) return failure(400, "INVALID_BODY", "expected an object");
  OrgRequest request;
  request.method = json->value("method", "GET");
  request.target = json->value("target", "");
  request.actor = json->value("actor", "user");
  if (json->contains("ifMatch")) request.if_match = json->value("ifMatch", "");
  if (json->contains("body")) request.body = json->at("body").dump();
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
