#include "vestibule/audit/verify.hpp"

#include "line.hpp"
#include "vestibule/lifecycle/json.hpp"

namespace vestibule::audit {
namespace {

std::string_view because_text(lifecycle::Because because) {
  return because == lifecycle::Because::none ? std::string_view{} : lifecycle::to_string(because);
}

}  // namespace

std::string_view to_string(Fault fault) {
  constexpr std::string_view names[] = {"syntax", "sequence", "chain", "hash", "replay", "head"};
  return names[static_cast<std::size_t>(fault)];
}

std::optional<Fault> Verifier::add(std::string_view text) {
  if (fault_) return fault_;
  if (text.size() >= line_max_bytes) return fault_ = Fault::syntax;
  const auto line = read_line(text);
  if (!line) return fault_ = Fault::syntax;
  if (line->seq != head_.count) return fault_ = Fault::sequence;
  if (line->prev != digest::to_hex(head_.hash)) return fault_ = Fault::chain;

  digest::Sha256 hash;
  hash.update(line->before_hash);
  hash.update(line->after_hash);
  const digest::Sha256Digest digest = hash.finish();
  if (line->hash != digest::to_hex(digest)) return fault_ = Fault::hash;

  if (replays_ && !line->event.empty()) {
    const auto event = lifecycle::read_event(line->event);
    if (!event.ok()) return fault_ = Fault::replay;
    auto [place, is_new] = lives_.try_emplace(std::string{line->customer});
    lifecycle::Step step = lifecycle::step(place->second, event.value());
    if (lifecycle::to_string(step.outcome) != line->outcome || because_text(step.because) != line->because) {
      return fault_ = Fault::replay;
    }
    place->second = std::move(step.life);
  }
  head_ = {head_.count + 1, digest};
  return std::nullopt;
}

std::optional<Fault> Verifier::add_all(std::string_view log) {
  while (!log.empty()) {
    const std::size_t end = log.find('\n');
    // append() ends every line, so one without its end was cut off.
    if (end == std::string_view::npos) return fault_ = Fault::syntax;
    if (const auto fault = add(log.substr(0, end))) return fault;
    log.remove_prefix(end + 1);
  }
  return fault_;
}

std::optional<Fault> Verifier::finish(const Head& expected) const {
  if (fault_) return fault_;
  return head_ == expected ? std::nullopt : std::optional{Fault::head};
}

}  // namespace vestibule::audit
