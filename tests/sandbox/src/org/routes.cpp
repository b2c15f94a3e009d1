#include "org/routes.hpp"

#include "org/problem.hpp"
#include "org/record_routes.hpp"

namespace vestibule::sandbox::org {
namespace {

struct Route {
  std::string_view method;
  std::string_view path;  // "*" is any segment
  OrgResponse (*work)(Call&);
};

// The first that fits.
constexpr Route table[] = {
    {"GET", "sobjects/*", list},
    {"POST", "sobjects/*", insert},
    {"GET", "sobjects/*/Nue_Id__c/*", read_by_key},
    {"PATCH", "sobjects/*/Nue_Id__c/*", upsert},
    {"GET", "sobjects/*/*", read},
    {"PATCH", "sobjects/*/*", patch},
    {"DELETE", "sobjects/*/*", put_in_bin},
    {"POST", "sobjects/*/*/undelete", take_from_bin},
    {"POST", "sobjects/*/*/purge", purge_record},
    {"POST", "sobjects/*/*/merge", merge_records},
    {"GET", "sobjects/*/*/merges", list_merges},
    {"GET", "events", list_changes},
};

bool fits(std::string_view path, const std::vector<std::string>& segments) {
  const auto pieces = split(path, '/');
  if (pieces.size() != segments.size()) return false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i] != "*" && pieces[i] != segments[i]) return false;
  }
  return true;
}

}  // namespace

OrgResponse route(Call& call) {
  auto target = read_target(call.request.target);
  if (!target) return respond({ErrorCode::malformed_query, "the target is damaged"});
  call.target = *std::move(target);
  bool known = false;
  for (const Route& route : table) {
    if (!fits(route.path, call.target.segments)) continue;
    if (route.method == call.request.method) return route.work(call);
    known = true;
  }
  if (known) return respond({ErrorCode::method_not_allowed, "HTTP Method not allowed"});
  return respond({ErrorCode::not_found, "The requested resource does not exist"});
}

}  // namespace vestibule::sandbox::org
