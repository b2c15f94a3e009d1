/// The work behind each route.
/// Depends on: org/routes.
#pragma once

#include "org/routes.hpp"

namespace vestibule::sandbox::org {

[[nodiscard]] OrgResponse list(Call& call);
[[nodiscard]] OrgResponse insert(Call& call);
[[nodiscard]] OrgResponse read(Call& call);
[[nodiscard]] OrgResponse read_by_key(Call& call);
[[nodiscard]] OrgResponse patch(Call& call);
[[nodiscard]] OrgResponse upsert(Call& call);
[[nodiscard]] OrgResponse put_in_bin(Call& call);
[[nodiscard]] OrgResponse take_from_bin(Call& call);
[[nodiscard]] OrgResponse purge_record(Call& call);
[[nodiscard]] OrgResponse merge_records(Call& call);
[[nodiscard]] OrgResponse list_merges(Call& call);
[[nodiscard]] OrgResponse list_changes(Call& call);

}  // namespace vestibule::sandbox::org
