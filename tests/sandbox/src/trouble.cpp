#include "trouble.hpp"

namespace vestibule::sandbox {
namespace {

Response error_of(const Fault& fault, unsigned status, std::string_view code, std::string_view words) {
  Response response = failure(status, code, words);
  response.retry_after = fault.retry_after;
  return response;
}

}  // namespace

Trouble trouble_of(const Fault& fault) {
  using Delivery = Trouble::Delivery;
  Trouble trouble;
  const std::chrono::milliseconds delay{fault.delay};
  (fault.kind == FaultKind::late_work ? trouble.before_work : trouble.before_answer) = delay;
  const auto status = static_cast<unsigned>(fault.status);
  switch (fault.kind) {
    case FaultKind::rate_limited:
      trouble.works = false;
      trouble.answer = error_of(fault, 429, "RATE_LIMITED", "too many requests");
      break;
    // Both errors read alike: a client is not told whether anything was carried out.
    case FaultKind::error_before:
      trouble.works = false;
      trouble.answer = error_of(fault, status, "UNEXPECTED", "something went wrong");
      break;
    case FaultKind::error_after: trouble.answer = error_of(fault, status, "UNEXPECTED", "something went wrong"); break;
    case FaultKind::lost_request:
      trouble.works = false;
      trouble.delivery = Delivery::nothing;
      break;
    case FaultKind::lost_answer: trouble.delivery = Delivery::nothing; break;
    case FaultKind::cut_body: trouble.delivery = Delivery::cut; break;
    case FaultKind::unreadable: trouble.delivery = Delivery::page; break;
    default: break;  // late alone
  }
  return trouble;
}

}  // namespace vestibule::sandbox
