/// What subscriptions are worth today: todayARR, todayCMRR and totalTCV of subscriptions and customers.
/// Depends on: announce, calendar, repositories.
#pragma once

#include "calendar.hpp"
#include "repositories.hpp"

namespace vestibule::sandbox {

/// Recomputes all of them, and lets subscriptions expire whose last day is over. For a job that runs once a day: nothing
/// else writes a customer's metrics. Runs on the writer's thread. Metrics do not move lastModifiedDate.
///
/// ARR counts subscriptions in force today; CMRR is a twelfth of it; TCV counts every subscription there ever was.
/// Cost: linear in the subscriptions.
void recompute_metrics(Repositories& repositories, Day today, Milliseconds time);

}  // namespace vestibule::sandbox
