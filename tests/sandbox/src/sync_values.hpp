/// A record's values as the sync compares them: one canonical text for each field that travels, whichever side it is on.
/// Depends on: table, tenant, words; nlohmann/json; sync/plan of the core.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "table.hpp"
#include "vestibule/sync/pass.hpp"

namespace vestibule::sandbox {

[[nodiscard]] const sync::Plan& sync_plan(catalogue::Entity entity);

[[nodiscard]] sync::Snapshot snapshot_of(const sync::Plan& plan, const Values& record);
/// Of a record as the org answers it.
[[nodiscard]] sync::Snapshot snapshot_of(const sync::Plan& plan, const nlohmann::json& record);

/// Whether the customer or contact may have this value: as strictly as the API. True of what no client can write.
[[nodiscard]] bool may_hold(catalogue::Field field, const sync::Value& value);

/// A value as the column of its field holds it.
[[nodiscard]] std::optional<std::string> column_value(catalogue::Field field, const sync::Value& value);
/// A value as a member of the org's record.
[[nodiscard]] nlohmann::json org_value(catalogue::Field field, const sync::Value& value);
[[nodiscard]] std::string_view org_name(catalogue::Field field);

}  // namespace vestibule::sandbox
