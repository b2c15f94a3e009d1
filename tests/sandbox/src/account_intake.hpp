/// Accounts of the org that become customers: under continuous sync those that pass a filter (nue-api R19, R20), and under
/// any those that an order was activated for on the Salesforce side (R23).
/// Depends on: customer_life, orders, store, sync_client, sync_end, sync_values.
#pragma once

#include "store.hpp"
#include "sync_client.hpp"
#include "sync_end.hpp"
#include "sync_store.hpp"

namespace vestibule::sandbox {

/// Names of tasks; SyncTask::id is the account's id, of an order with "/" and the order's id behind it.
inline constexpr std::string_view account_task = "account";
inline constexpr std::string_view order_task = "order";

/// Asks for an order activated in Salesforce to be carried over. `account` in 18 characters.
void add_order(Repositories& repositories, std::string_view account, Milliseconds time);

/// Whether the worker should look at an account that is nobody's.
[[nodiscard]] bool takes_accounts(Repositories& repositories);

/// Carries out a task of either kind: makes the customer, ties it to the account and writes its id there.
[[nodiscard]] SyncEnd take_in(Store& store, SyncClient& org, const SyncTask& task);

/// One page of the look through all accounts that begins when the sync becomes continuous or its filter changes.
/// False: none is under way, or the org did not answer.
bool look_through_accounts(Store& store, SyncClient& org);

}  // namespace vestibule::sandbox
