#include "org/org.hpp"

#include <utility>

#include "org/problem.hpp"
#include "org/routes.hpp"
#include "org/storage.hpp"

namespace vestibule::sandbox {

struct Org::Parts {
  Parts(const std::string& path, OrgOptions given) : options{std::move(given)}, storage{path} {}

  OrgOptions options;
  org::Storage storage;
};

Org::Org(const std::string& path, OrgOptions options) : parts_{std::make_unique<Parts>(path, std::move(options))} {}

Org::~Org() = default;

OrgResponse Org::handle(const OrgRequest& request) {
  org::Storage& storage = parts_->storage;
  try {
    org::Transaction transaction{storage.database, request.method != "GET"};
    org::Call call{storage, request, parts_->options.restricted_picklists, to_iso(parts_->options.clock())};
    OrgResponse response = org::route(call);
    if (response.status < 300) transaction.commit();
    return response;
  } catch (const StoreError&) {
    // What SQLite says is about our statements, which are nobody's business on the other side.
    return org::respond({org::ErrorCode::unknown_exception, "the database failed"});
  }
}

std::vector<OrgEvent> Org::events_after(std::int64_t sequence, std::int64_t limit) {
  return parts_->storage.feed.after(sequence, limit);
}

void Org::forget_events(std::int64_t sequence) {
  org::Transaction transaction{parts_->storage.database, true};
  parts_->storage.feed.forget(sequence);
  transaction.commit();
}

void Org::restrict_picklists(bool restricted) { parts_->options.restricted_picklists = restricted; }

}  // namespace vestibule::sandbox
