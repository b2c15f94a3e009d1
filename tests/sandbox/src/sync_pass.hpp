/// One record brought to the same values on both sides, or given its account or contact in the first place.
/// Depends on: sync_client, sync_end, sync_making, sync_store, sync_subject.
#pragma once

#include "customer_life.hpp"
#include "store.hpp"
#include "sync_client.hpp"
#include "sync_end.hpp"
#include "sync_store.hpp"
#include "vestibule/sync/pass.hpp"

namespace vestibule::sandbox {

/// Carries out the task: makes the account of a customer whose link is Pending, the contact of a linked customer, and
/// otherwise runs a pass. Ends without effect where the record has no link, is held, or was erased,
/// or where the contact is in Salesforce's bin or gone. Throws SyncCut.
[[nodiscard]] SyncEnd sync_record(Store& store, SyncClient& org, const SyncTask& task);

}  // namespace vestibule::sandbox
