#include "api.hpp"

#include "http_limits.hpp"
#include "log.hpp"
#include "media.hpp"

namespace vestibule::sandbox {

Response refused(const HttpProblem& problem) { return failure(problem.status, problem.code, problem.words); }

std::variant<Call, Response> Api::begin(const Head& head, std::string_view& route_name) const {
  if (!head.has_key) return failure(401, "API_KEY_MISSING", "send the header nue-api-key");
  if (!key_.matches(head.key)) return failure(401, "API_KEY_INVALID", "this key is not known");

  std::string_view problem;
  auto target = read_target(head.target, problem);
  if (!target) return failure(400, "INVALID_URL", problem);
  Call call{find_route(head.method, target->segments), std::move(target->parameters)};
  if (!call.match.allow.empty()) {
    Response response = failure(405, "METHOD_NOT_ALLOWED", "this path has no such method");
    response.allow = call.match.allow;
    return response;
  }
  if (call.match.route == Route::none) return failure(404, "ROUTE_NOT_FOUND", "there is no such path");
  route_name = call.match.name;
  if (takes_body(call.match.route) && !call.parameters.empty()) {
    return failure(400, "INVALID_PARAMETER", "this path takes no parameters");
  }
  if (!takes_body(call.match.route)) {
    if (head.has_body()) return failure(400, "UNEXPECTED_BODY", "a GET request has no body");
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
    switch (call.match.route) {
      case Route::create_customers: return create_customers(store_, body, answer);
      case Route::patch_customer: return patch_customer(store_, call.match.customer_id, body, answer);
      case Route::read_customer: return answer(read_customer(store_, call.match.customer_id, call.parameters));
      case Route::list_customers: return answer(list_customers(store_, call.parameters));
      case Route::none: return answer(failure(404, "ROUTE_NOT_FOUND", "there is no such path"));
    }
  } catch (const StoreError& error) {
    log_event("store.failed", error.what());
    answer(failure(500, "STORE_FAILED", "the customers could not be read"));
  }
}

}  // namespace vestibule::sandbox
