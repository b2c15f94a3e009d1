#include "api.hpp"

#include "http_limits.hpp"
#include "log.hpp"
#include "media.hpp"
#include "router.hpp"
#include "routes.hpp"

namespace vestibule::sandbox {

Response refused(const HttpProblem& problem) { return failure(problem.status, problem.code, problem.words); }

std::variant<Call, Response> Api::begin(const Head& head, std::string_view& route_name) const {
  if (!head.has_key) return failure(401, "API_KEY_MISSING", "send the header nue-api-key");
  if (!key_.matches(head.key)) return failure(401, "API_KEY_INVALID", "this key is not known");

  std::string_view problem;
  auto target = read_target(head.target, problem);
  if (!target) return failure(400, "INVALID_URL", problem);
  Match match = find_route(routes(), head.method, target->segments);
  const bool control = !target->segments.empty() && target->segments.front() == "_sandbox";
  if (control && org_ == nullptr) return failure(404, "ROUTE_NOT_FOUND", "start the sandbox with --control");
  if (match.route == nullptr) {
    if (match.allow.empty()) return failure(404, "ROUTE_NOT_FOUND", "there is no such path");
    Response response = failure(405, "METHOD_NOT_ALLOWED", "this path has no such method");
    response.allow = std::move(match.allow);
    return response;
  }
  route_name = match.route->name;
  Call call{match.route, std::move(match.ids), std::move(target->parameters)};
  if (call.route->read != nullptr) {
    if (head.has_body()) return failure(400, "UNEXPECTED_BODY", "a GET request has no body");
    return call;
  }
  if (!call.parameters.empty()) return failure(400, "INVALID_PARAMETER", "this path takes no parameters");
  if (head.method == "DELETE") {
    if (head.has_body()) return failure(400, "UNEXPECTED_BODY", "a DELETE request has no body");
    return call;
  }
  if (const HttpProblem media = check_media(head)) return refused(media);
  if (head.content_length > limits::body_max_bytes) {
    return failure(413, "BODY_TOO_LARGE", "a body has at most 5 MiB");
  }
  return call;
}

void Api::handle(const Call& call, std::string_view body, const Answer& answer) const {
  try {
    if (call.route->org != nullptr) return answer(call.route->org(*org_, body));
    if (call.route->write != nullptr) return call.route->write(store_, call, body, answer);
    answer(store_.read([&](Repositories& repositories) { return call.route->read(repositories, call); }));
  } catch (const StoreError& error) {
    log_event("store.failed", error.what());
    answer(failure(500, "STORE_FAILED", "the database could not be read"));
  }
}

}  // namespace vestibule::sandbox
