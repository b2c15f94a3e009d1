/// The nightly comparison of every link with the org, which finds what events did not tell: accounts that are gone for good,
/// deletions and edits whose events were lost, links that were never made (nue-api R27, lifecycle-and-sync 3.4).
/// Depends on: customer_life, store, sync_client.
#pragma once

#include "calendar.hpp"
#include "store.hpp"
#include "sync_client.hpp"

namespace vestibule::sandbox {

/// Begins one, from the first customer; one that is under way begins again.
void begin_reconcile(Repositories& repositories, Day today);

/// Begins the one of the day unless it was begun; the first day of a database has none. Whether it began.
bool begin_daily_reconcile(Store& store, Day today);

/// The next 200 links. The place is stored, so a killed process goes on where it was. False: none is under way, or the org
/// did not answer.
bool reconcile_some(Store& store, SyncClient& org);

}  // namespace vestibule::sandbox
