#include "signup/browser.hpp"

#include <algorithm>
#include <utility>

namespace vestibule::simulation::creation {

const Held& Browser::write(const signup::Attempt& attempt, Answers answers) {
  if (!held_ || held_->attempt.key == attempt.key) held_ = Held{attempt, answers};
  return *held_;
}

void Browser::erase_payload(const std::string& key) {
  if (held_ && held_->attempt.key == key) held_->answers.reset();
}

void Browser::clear(const std::string& key) {
  if (held_ && held_->attempt.key == key) held_.reset();
}

void Browser::lock(const std::string& key, std::size_t tab, std::function<void(bool)> tell) {
  const auto holder =
      std::find_if(claims_.begin(), claims_.end(), [&](const Claim& claim) { return claim.key == key; });
  if (holder != claims_.end() && holder->tab == tab) return tell(true);
  unlock(tab);
  const bool is_held =
      std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) { return claim.key == key; });
  claims_.push_back({key, tab, tell});
  tell(!is_held);
}

void Browser::unlock(std::size_t tab) {
  const auto mine = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& claim) { return claim.tab == tab; });
  if (mine == claims_.end()) return;
  const std::string key = mine->key;
  const bool had_it = std::none_of(claims_.begin(), mine, [&](const Claim& claim) { return claim.key == key; });
  claims_.erase(mine);
  const auto next = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& claim) { return claim.key == key; });
  if (had_it && next != claims_.end()) next->tell(true);
}

}  // namespace vestibule::simulation::creation
