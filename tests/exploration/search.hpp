/// Breadth-first search over every state a model can reach, and the shortest way to the first one that breaks a rule.
/// Depends on: nothing.
///
/// A model gives: `State first() const`; `std::string encode(const State&)` and `State decode(std::string_view)`;
/// `void successors(const State&, visit)`, which calls visit(label, State); `std::string broken(const State&)`, "" where
/// every rule holds. States are told apart by 64 bits of hash, so of n states about n*n/2^65 are missed.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vestibule::exploration {

struct Report {
  std::uint64_t states = 0;
  std::uint64_t transitions = 0;
  std::uint32_t depth = 0;  ///< steps to the states seen last
  bool whole = false;       ///< every state was reached
  double seconds = 0;
  std::string broken;              ///< the rule, "" where all hold
  std::vector<std::string> trace;  ///< the steps that lead there
};

/// 64-bit FNV-1a with a final mix.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 14'695'981'039'346'656'037ULL;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211ULL;
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

template <class Model>
class Search {
 public:
  explicit Search(const Model& model) : model_{model} {}

  /// Stops after `max_states`, or at the first broken rule.
  Report run(std::uint64_t max_states) {
    const auto began = std::chrono::steady_clock::now();
    visit(0, model_.first(), 0);
    while (!queue_.empty() && report_.broken.empty() && report_.states < max_states) {
      const Entry entry = std::move(queue_.front());
      queue_.pop_front();
      report_.depth = entry.depth;
      model_.successors(model_.decode(entry.bytes), [&](const char*, const auto& next) {
        ++report_.transitions;
        if (report_.broken.empty()) visit(entry.hash, next, entry.depth + 1);
      });
    }
    report_.whole = queue_.empty();
    report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    if (!report_.broken.empty()) find_trace();
    return report_;
  }

 private:
  struct Entry {
    std::string bytes;
    std::uint64_t hash = 0;
    std::uint32_t depth = 0;
  };

  void visit(std::uint64_t parent, const typename Model::State& state, std::uint32_t depth) {
    std::string bytes = model_.encode(state);
    const std::uint64_t hash = hash_of(bytes);
    if (!parents_.try_emplace(hash, parent).second) return;
    ++report_.states;
    report_.broken = model_.broken(state);
    last_ = hash;
    queue_.push_back({std::move(bytes), hash, depth});
  }

  // From the last state back to the first by hashes, then forward again for the labels.
  void find_trace() {
    std::vector<std::uint64_t> path;
    for (std::uint64_t hash = last_; hash != 0; hash = parents_.at(hash)) path.push_back(hash);
    auto state = model_.first();
    for (std::size_t i = path.size() - 1; i-- > 0;) {
      bool found = false;
      const auto from = state;
      model_.successors(from, [&](const char* label, const auto& next) {
        if (found || hash_of(model_.encode(next)) != path[i]) return;
        found = true;
        report_.trace.emplace_back(label);
        state = next;
      });
    }
  }

  const Model& model_;
  Report report_;
  std::unordered_map<std::uint64_t, std::uint64_t> parents_;
  std::deque<Entry> queue_;
  std::uint64_t last_ = 0;
};

}  // namespace vestibule::exploration
