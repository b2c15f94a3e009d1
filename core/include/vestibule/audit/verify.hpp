/// Reads an audit log again: recomputes its chain and replays every customer's life.
/// Depends on: audit/chain, lifecycle/life, limits.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "vestibule/audit/chain.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::audit {

/// A line with its line feed, bytes: what one call across the WASM boundary takes, beside where the log was left off.
inline constexpr std::size_t line_max_bytes = limits::record_max_bytes - 256;

enum class Fault : std::uint8_t {
  syntax,    ///< not a line as append() writes it
  sequence,  ///< seq does not follow the line before: one is missing, or stands twice (L21)
  chain,     ///< prev is not the hash of the line before
  hash,      ///< the line is not the one its hash was made of
  replay,    ///< the event does not lead where the line says
  head,      ///< the log ends elsewhere than the head that was kept
};

[[nodiscard]] std::string_view to_string(Fault fault);

class Verifier {
 public:
  Verifier() = default;
  /// Goes on where a log was left off. Lives that began before are not known, so only the chain is verified.
  explicit Verifier(const Head& begin) : head_{begin}, replays_{begin.count == 0} {}

  /// Takes one line without its line feed. After a fault nothing more is read.
  ///
  /// Limits  line_max_bytes; a longer one is Fault::syntax
  /// Cost    linear in the line, and in the orders of its customer
  std::optional<Fault> add(std::string_view line);

  /// Lines of a log, the last one with its line feed too. Of the first bad one, head().count is the number, from 0.
  std::optional<Fault> add_all(std::string_view log);

  /// Compares the end with a head that was kept elsewhere: the only way to see that the end was cut off.
  [[nodiscard]] std::optional<Fault> finish(const Head& expected) const;

  [[nodiscard]] const Head& head() const { return head_; }
  /// Whether the log is known from its beginning, so that its events are replayed too.
  [[nodiscard]] bool replays() const { return replays_; }
  /// Every customer's life as the log tells it (L22), by Nue id in canonical text.
  [[nodiscard]] const std::map<std::string, lifecycle::Life, std::less<>>& lives() const { return lives_; }

 private:
  Head head_;
  std::map<std::string, lifecycle::Life, std::less<>> lives_;
  std::optional<Fault> fault_;
  bool replays_ = true;
};

}  // namespace vestibule::audit
