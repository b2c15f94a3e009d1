/// The account of a customer, or the contact of a linked one, made in the first place.
/// Depends on: store, sync_client, sync_end, sync_subject.
#pragma once

#include "store.hpp"
#include "sync_client.hpp"
#include "sync_end.hpp"
#include "sync_subject.hpp"

namespace vestibule::sandbox {

/// Makes it or finds the one that was made before, and ties the record to it. Throws SyncCut.
[[nodiscard]] SyncEnd make_in_org(Store& store, SyncClient& org, SyncSubject& subject);

}  // namespace vestibule::sandbox
