#include "frame/fault.hpp"

#include <algorithm>
#include <utility>

namespace vestibule::simulation {
namespace {

constexpr std::array<std::string_view, profile_count> profile_names{"lossy",  "crashy", "slow",   "clogged",
                                                                    "skewed", "lying",  "hostile"};
constexpr std::array<std::string_view, site_count> site_names{"event", "order", "request", "answer", "step", "tick"};
constexpr std::array<std::string_view, fault_kind_count> kind_names{
    "drop", "twice", "delay",         "kill",     "kill_torn",    "busy",  "fail_after", "storm",
    "cut",  "jump",  "ignore_filter", "cut_body", "hidden_error", "forge", "replay"};

struct Rate {
  Profile profile{};
  Site site{};
  FaultKind kind{};
  std::uint32_t per_mille = 0;
  std::uint32_t least = 0, most = 0;  // amounts
};

constexpr std::uint32_t ten_minutes = 600'000;
constexpr std::uint32_t two_days = 172'800'000;
constexpr std::uint32_t links = 4;

constexpr Rate rates[] = {
    {Profile::lossy, Site::event, FaultKind::drop, 100},
    {Profile::lossy, Site::event, FaultKind::twice, 100},
    {Profile::lossy, Site::event, FaultKind::delay, 150, 1, ten_minutes},
    {Profile::lossy, Site::order, FaultKind::twice, 100},
    {Profile::lossy, Site::order, FaultKind::delay, 200, 1, ten_minutes},
    {Profile::lossy, Site::request, FaultKind::drop, 60},
    {Profile::lossy, Site::request, FaultKind::twice, 60},
    {Profile::lossy, Site::request, FaultKind::delay, 60, 1, ten_minutes},
    {Profile::lossy, Site::answer, FaultKind::drop, 60},
    {Profile::lossy, Site::answer, FaultKind::twice, 30},
    {Profile::lossy, Site::answer, FaultKind::delay, 60, 1, ten_minutes},
    {Profile::crashy, Site::step, FaultKind::kill, 12, 1, 120'000},
    {Profile::crashy, Site::step, FaultKind::kill_torn, 6, 1, 2'000},
    {Profile::crashy, Site::event, FaultKind::drop, 20},
    {Profile::slow, Site::request, FaultKind::busy, 60, 1, 300'000},
    {Profile::slow, Site::request, FaultKind::fail_after, 60},
    {Profile::slow, Site::request, FaultKind::storm, 15, 1'000, ten_minutes},
    {Profile::slow, Site::request, FaultKind::delay, 60, 1, 20'000},
    {Profile::clogged, Site::tick, FaultKind::cut, 60, 4, 4 * ten_minutes - 1},
    {Profile::skewed, Site::tick, FaultKind::jump, 40, 0, two_days},
    {Profile::skewed, Site::answer, FaultKind::delay, 20, 1, 40'000},
    {Profile::lying, Site::answer, FaultKind::ignore_filter, 60, 0, 1000},
    {Profile::lying, Site::answer, FaultKind::cut_body, 60},
    {Profile::lying, Site::request, FaultKind::hidden_error, 60},
    {Profile::hostile, Site::event, FaultKind::forge, 200, 0, 1'000'000},
    {Profile::hostile, Site::event, FaultKind::replay, 300, 0, 1'000'000},
    {Profile::hostile, Site::tick, FaultKind::replay, 30, 0, 1'000'000},
};
static_assert(two_days == 2 * 86'400'000U && links == 4, "amounts are read back as the enumerators say");

}  // namespace

std::string_view to_string(Profile profile) { return profile_names[static_cast<std::size_t>(profile)]; }

std::optional<Profile> profile_named(std::string_view name) {
  const auto place = std::find(profile_names.begin(), profile_names.end(), name);
  if (place == profile_names.end()) return std::nullopt;
  return static_cast<Profile>(place - profile_names.begin());
}

std::string to_string(const Fault& fault) {
  std::string text{site_names[static_cast<std::size_t>(fault.site)]};
  text.append(" ").append(std::to_string(fault.place)).append(" ");
  text.append(kind_names[static_cast<std::size_t>(fault.kind)]);
  return text.append(" ").append(std::to_string(fault.amount));
}

Faults::Faults(Profile profile, std::uint64_t seed)
    : profile_{profile}, random_{seed, 1000 + static_cast<std::uint64_t>(profile)} {}

Faults::Faults(std::vector<Fault> given) : given_{std::move(given)} {}

std::optional<Fault> Faults::draw(Site site, std::uint32_t place) {
  std::uint32_t lot = random_.below(1000);
  for (const Rate& rate : rates) {
    if (rate.profile != *profile_ || rate.site != site) continue;
    if (lot < rate.per_mille) return Fault{site, place, rate.kind, random_.between(rate.least, rate.most)};
    lot -= rate.per_mille;
  }
  return std::nullopt;
}

std::optional<Fault> Faults::given_at(Site site, std::uint32_t place) const {
  const auto found = std::find_if(given_.begin(), given_.end(),
                                  [&](const Fault& fault) { return fault.site == site && fault.place == place; });
  return found == given_.end() ? std::nullopt : std::optional{*found};
}

std::optional<Fault> Faults::at(Site site) {
  if (stopped_) return std::nullopt;
  const std::uint32_t place = asked_[static_cast<std::size_t>(site)]++;
  const std::optional<Fault> fault = profile_ ? draw(site, place) : given_at(site, place);
  if (fault) injected_.push_back(*fault);
  return fault;
}

}  // namespace vestibule::simulation
