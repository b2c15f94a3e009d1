#include "api.hpp"

#include <exception>

#include "http_limits.hpp"
#include "in_writer.hpp"
#include "log.hpp"
#include "media.hpp"
#include "presentation.hpp"
#include "router.hpp"
#include "routes.hpp"

namespace vestibule::sandbox {
namespace {

bool is_control(std::string_view route_name) { return route_name.find(" /_sandbox/") != std::string_view::npos; }

// Answers with a failure where the work throws.
template <class Work>
void or_failure(std::string_view route_name, const Answer& answer, const Work& work) {
  try {
    work();
  } catch (const StoreError& error) {
    log_event("store.failed", error.what());
    answer(failure(500, "STORE_FAILED", "the database could not be read"));
  } catch (const std::exception&) {
    // What it says may quote the request, so it is not written down.
    log_event("request.failed", route_name);
    answer(failure(500, "INTERNAL_ERROR", "the sandbox failed at this request"));
  }
}

}  // namespace

Response refused(const HttpProblem& problem) { return failure(problem.status, problem.code, problem.words); }

std::variant<Call, Response> Api::begin(const Head& head, std::string_view& route_name) const {
  if (!head.has_key) {
    return failure(has(Choice::missing_key_400) ? 400 : 401, "API_KEY_MISSING", "send the header nue-api-key");
  }
  if (!key_.matches(head.key)) return failure(401, "API_KEY_INVALID", "this key is not known");

  std::string_view problem;
  auto target = read_target(head.target, problem);
  if (!target) return failure(400, "INVALID_URL", problem);
  Match match = find_route(routes(), head.method, target->segments);
  const bool control = !target->segments.empty() && target->segments.front() == "_sandbox";
  if (control && control_ == nullptr) return failure(404, "ROUTE_NOT_FOUND", "start the sandbox with --control");
  if (match.route == nullptr || is_absent(match.route->name)) {
    if (match.allow.empty()) return failure(404, "ROUTE_NOT_FOUND", "there is no such path");
    Response response = failure(405, "METHOD_NOT_ALLOWED", "this path has no such method");
    response.allow = std::move(match.allow);
    return response;
  }
  route_name = match.route->name;
  Call call{match.route, std::move(match.ids), std::move(target->parameters)};
  if (head.method == "GET") {
    if (head.has_body()) return failure(400, "UNEXPECTED_BODY", "a GET request has no body");
    // These handlers see none.
    if (call.route->control != nullptr && !call.parameters.empty()) return no_parameters();
    return call;
  }
  if (!call.parameters.empty()) return no_parameters();
  if (head.method == "DELETE") {
    if (head.has_body()) return failure(400, "UNEXPECTED_BODY", "a DELETE request has no body");
    return call;
  }
  if (const HttpProblem media = check_media(head)) return refused(media);
  if (head.content_length > call.route->body_max) return failure(413, "BODY_TOO_LARGE", "the body is too large");
  return call;
}

bool Api::has(Choice choice) const {
  return store_.read([&](Repositories& repositories) { return repositories.settings.has(choice); });
}

bool Api::is_absent(std::string_view route_name) const {
  if (route_name == "PATCH /customers/{customerId}") return has(Choice::update_orders);
  return route_name == "PATCH /orders/customers/{customerId}" && has(Choice::update_customers);
}

Answer Api::presented(const Call& call, const Answer& answer) const {
  if (is_control(call.route->name)) return answer;
  const Presentation presentation =
      store_.read([](Repositories& repositories) { return presentation_of(repositories.settings); });
  return [answer, presentation, name = call.route->name](Response response) {
    present(response, name, presentation);
    answer(std::move(response));
  };
}

Trouble Api::trouble_for(const Call& call) const {
  const std::string_view name = call.route->name;
  if (control_ == nullptr || is_control(name)) return {};
  std::optional<Fault> fault;
  try {
    if (!store_.read([&](Repositories& repositories) { return repositories.faults.concerns(name, false); })) return {};
    // Everything waits until the count is on the disk: only so the order of requests is that of their faults.
    in_writer(store_, [&](Repositories& repositories) { fault = repositories.faults.meet(name, false); });
  } catch (const StoreError& error) {
    log_event("store.failed", error.what());
  }
  if (!fault) return {};
  log_event("fault", to_string(fault->kind));
  return trouble_of(*fault);
}

void Api::handle(const Call& call, std::string_view body, const Answer& answer) const {
  const Route& route = *call.route;
  if (route.control != nullptr) {
    // The body is there until the answer is.
    return control_->run_apart([this, &route, body, answer] {
      or_failure(route.name, answer, [&] { answer(route.control(*control_, body)); });
    });
  }
  or_failure(route.name, answer, [&] {
    if (route.write != nullptr) return route.write(store_, call, body, presented(call, answer));
    presented(call, answer)(store_.read([&](Repositories& repositories) { return route.read(repositories, call); }));
  });
}

}  // namespace vestibule::sandbox
