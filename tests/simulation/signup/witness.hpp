/// The rules of the browser, by the numbers of the design: sees what each tab shows and sends.
/// Depends on: signup/messages, signup/store, frame/run, signup/step of the core.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "frame/run.hpp"
#include "signup/messages.hpp"
#include "signup/store.hpp"
#include "vestibule/signup/step.hpp"

namespace vestibule::simulation::creation {

/// Tabs are numbered through; two in a row are of one browser.
inline constexpr std::size_t tabs_each = 2;

struct Seen {
  std::size_t tab = 0;
  std::string key;       ///< what the step was about
  bool is_kept = false;  ///< the browser keeps attempts
  const signup::State& before;
  const signup::Event& event;
  const signup::Step& made;
};

class Witness {
 public:
  Witness(Run& run, const Store& store) : run_{run}, store_{store} {}

  /// C11 to C14, C17.
  void stepped(const Seen& seen);
  /// The answer that comes next, with what the page shows of it.
  void answered(std::size_t tab, const Answer& answer);
  /// A person did something in the tab, after which it may send without having waited.
  void acted(std::size_t tab);
  void reopened(std::size_t tab) { floors_.erase(tab); }
  /// What the browser kept is gone: each of its tabs knows of its own attempt alone, so C12 is not asked of it any more.
  void cleared(std::size_t browser) { cleared_.insert(browser); }

  /// C14: an open tab knows what the gateway knows, once it had time to ask.
  void look_at(std::size_t tab, const signup::State& state);
  /// C14: what a browser keeps is under way in one of its tabs, or is not settled.
  void look_at_kept(const std::string& key);
  /// C18: answers are kept no longer than they may be sent.
  void look_at_answers(const signup::Attempt& attempt, std::uint64_t now);

 private:
  void look_at_post(const Seen& seen);
  void look_at_end(const Seen& seen);
  [[nodiscard]] bool is_settled(const std::string& key) const;

  Run& run_;
  const Store& store_;
  std::map<std::size_t, std::set<std::string>> unresolved_;            // keys by browser
  std::map<std::size_t, std::map<std::string, std::uint32_t>> sends_;  // of a tab and key since somebody acted in it
  std::set<std::size_t> cleared_;                                      // browsers
  std::map<std::size_t, Time> floors_;                                 // by Retry-After
  std::map<std::size_t, std::string> bodies_;                          // the newest answer of a tab
  std::map<std::string, std::string> outcomes_;                        // of a key, as shown
};

}  // namespace vestibule::simulation::creation
