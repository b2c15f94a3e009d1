#include "repositories.hpp"

#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"

namespace vestibule::sandbox {

std::optional<Values> find_named(Records& records, std::string_view id) {
  if (const auto uuid = ids::parse_uuid(id); uuid.ok()) return records.find(ids::to_string(uuid.value()));
  const auto salesforce = ids::parse_salesforce_id(id);
  if (!salesforce.ok()) return std::nullopt;
  return records.find_by("externalId", salesforce.value().id.text());
}

}  // namespace vestibule::sandbox
