#include "vestibule/checks/email_typo.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "vestibule/atlas/bytes.hpp"
#include "vestibule/catalogue/country.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::checks {
namespace {

constexpr std::size_t domain_max_octets = 64;
// Shorter names have too many real neighbours for a character that merely lies near on the keyboard to tell.
constexpr std::size_t long_name = 6;

// Neighbours in the order of letters, on QWERTY and, where they differ, on QWERTZ and AZERTY.
constexpr auto neighbours = std::to_array<std::string_view>(
    {"qwszpm",  "vghn",  "xdfv",  "serfcx", "wrsdz", "drtgvc", "ftyhbv", "gyujnb", "ujkol",
     "huikmn",  "jiolm", "kopm",  "njkl",   "bhjm",  "iklp",   "ol",     "wa",     "edft",
     "awedxzq", "rfgy",  "yhjiz", "cfgb",   "qeasx", "zsdc",   "tghuxs", "asxetu"});

bool are_adjacent(char a, char b) {
  if (!text::is_lower(a) || !text::is_lower(b)) return false;
  return neighbours[static_cast<std::size_t>(a - 'a')].find(b) != std::string_view::npos;
}

std::string_view last_label(std::string_view domain) { return domain.substr(domain.rfind('.') + 1); }

struct Parts {
  std::string_view name, suffix;  // around the first dot; without one there is no suffix
};

Parts split(std::string_view domain) {
  const std::size_t dot = std::min(domain.find('.'), domain.size());
  return {domain.substr(0, dot), domain.substr(std::min(dot + 1, domain.size()))};
}

// One slip, or every character next to the one meant.
bool is_near(std::string_view meant, std::string_view typed) {
  if (meant.size() > typed.size() + 1 || typed.size() > meant.size() + 1) return false;
  if (find_slip(meant, typed).found) return true;
  return meant != typed && std::equal(meant.begin(), meant.end(), typed.begin(), typed.end(),
                                      [](char a, char b) { return a == b || are_adjacent(a, b); });
}

// com, net or org where the label is near to it.
std::string_view top_level_near(std::string_view label) {
  for (const std::string_view meant : {"com", "net", "org"}) {
    if (is_near(meant, label)) return meant;
  }
  return {};
}

enum class Mark : std::uint8_t { common, invented, real };

// Takes texts, lists and groups off the data; what is damaged reads as nothing. Every address passes over many groups, so that
// what is read of one is looked at for its size once.
class Cursor {
 public:
  struct Text {
    std::string_view text;
    Mark mark;
  };
  struct Group {
    std::string_view head;
    std::string_view list;
  };

  explicit Cursor(std::string_view bytes) : rest_{bytes} {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  unsigned byte() { return rest_.empty() ? 0 : static_cast<unsigned char>(take(1)[0]); }
  Text text() {
    const unsigned size_and_mark = byte();
    return {take(size_and_mark & 0x3F), static_cast<Mark>(size_and_mark >> 6)};
  }
  std::string_view list() {
    const std::size_t size = byte();
    return take(size | std::size_t{byte()} << 8);
  }
  Group group() {
    constexpr std::size_t sizes = 3;
    const std::size_t head = rest_.empty() ? 0 : static_cast<unsigned char>(rest_[0]) & 0x3FU;
    if (rest_.size() < sizes + head) {
      rest_ = {};
      return {};
    }
    const std::string_view name{rest_.data() + 1, head};
    const std::size_t size = atlas::load<std::uint16_t>(rest_.data() + 1 + head);
    rest_.remove_prefix(sizes + head);
    return {name, take(size)};
  }

 private:
  std::string_view take(std::size_t size) {
    const std::string_view taken{rest_.data(), std::min(size, rest_.size())};
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
};

// The longest texts stand first.
bool holds(std::string_view texts, std::string_view wanted) {
  for (std::size_t at = 0; at < texts.size();) {
    const std::size_t size = static_cast<unsigned char>(texts[at++]) & 0x3FU;
    if (size < wanted.size()) return false;
    if (size == wanted.size() && texts.substr(at, size) == wanted) return true;
    at += size;
  }
  return false;
}

// `near_ones` are those that are near to com, net and org.
bool is_top_level(std::string_view label, std::string_view near_ones) {
  if (label.size() == 2) {
    return !catalogue::find_country(label).empty() || label == "ac" || label == "eu" || label == "su" || label == "uk";
  }
  if (top_level_near(label).empty()) return true;
  // Longer ones count as existing unless they are near and not listed.
  for (Cursor each{near_ones}; !each.done();) {
    if (each.text().text == label) return true;
  }
  return false;
}

// What is meant by a listed misspelling; "" where the domain is none of them.
std::string_view listed_correction(std::string_view domain, std::string_view misspelt) {
  for (Cursor each{misspelt}; !each.done();) {
    const Cursor::Group group = each.group();
    if (holds(group.list, domain)) return group.head;
  }
  return {};
}

// Whether the end of `typed` is `suffix` but for dots.
bool ends_but_for_dots(std::string_view typed, std::string_view suffix) {
  while (!suffix.empty()) {
    if (suffix.back() == '.') {
      suffix.remove_suffix(1);
    } else if (typed.ends_with('.')) {
      typed.remove_suffix(1);
    } else if (!typed.ends_with(suffix.back())) {
      return false;
    } else {
      typed.remove_suffix(1);
      suffix.remove_suffix(1);
    }
  }
  return true;
}

bool equal_but_for_dots(std::string_view name, std::string_view suffix, std::string_view typed) {
  std::size_t matched = 0;
  for (const char c : typed) {
    if (c == '.') continue;
    while (matched >= name.size() && matched - name.size() < suffix.size() && suffix[matched - name.size()] == '.') {
      ++matched;
    }
    const char meant = matched < name.size()                   ? name[matched]
                       : matched - name.size() < suffix.size() ? suffix[matched - name.size()]
                                                               : '\0';
    if (meant != c) return false;
    ++matched;
  }
  return matched == name.size() + suffix.size();
}

// How sure it is that the name is a slip of an invented one. 0 is not at all; of several, the greatest is the best.
constexpr int certain = 4;
int likeness_of(std::string_view meant, std::string_view typed) {
  if (meant.size() > typed.size() + 1 || typed.size() > meant.size() + 1) return 0;
  const Slip slip = find_slip(meant, typed);
  if (!slip.found) return 0;
  if (!slip.added && !slip.replaced) return 3;
  // Another letter at an end makes another name as easily: "fmail", "hotmails".
  const bool at_end = slip.at == 0 || slip.at + 1 == typed.size();
  if (slip.added) return slip.adjacent || !at_end || !text::is_alnum(typed[slip.at]) ? 3 : 0;
  if (slip.at == 0 && meant.size() < long_name) return 0;
  if (slip.adjacent) return 2;
  return !at_end && meant.size() >= long_name && text::is_lower(typed[slip.at]) ? 1 : 0;
}

// The known name that was most probably meant.
struct Search {
  std::string_view domain;
  Parts typed;
  bool exists;  // its top-level domain
  Parts best{};
  int likeness = 0;

  // Looks at the names before one suffix; true where the domain is one of them. Not inlined: few suffixes are looked at, and
  // the loop over all of them takes half the time when its variables stay in registers.
  [[gnu::noinline]] bool knows(const Cursor::Group& group);
};

bool Search::knows(const Cursor::Group& group) {
  const auto [suffix, names] = group;
  const bool same_suffix = suffix == typed.suffix;
  const bool near_suffix = !exists && is_near(suffix, typed.suffix);
  const bool same_end = ends_but_for_dots(domain, suffix);
  if (!same_suffix && !near_suffix && !same_end) return false;
  for (Cursor each{names}; !each.done();) {
    const auto [name, mark] = each.text();
    const bool same_name = name == typed.name;
    if (same_name && same_suffix) return true;
    if (mark == Mark::real) continue;
    const bool dot_misplaced = mark == Mark::invented && same_end && equal_but_for_dots(name, suffix, domain);
    int found = 0;
    if (dot_misplaced || (same_name && near_suffix)) found = certain;
    if (found == 0 && mark == Mark::invented && (near_suffix || same_suffix)) found = likeness_of(name, typed.name);
    if (found <= likeness) continue;
    likeness = found;
    best = {name, suffix};
  }
  return false;
}

}  // namespace

Slip find_slip(std::string_view meant, std::string_view typed) {
  const auto [a, b] = std::mismatch(meant.begin(), meant.end(), typed.begin(), typed.end());
  Slip slip;
  slip.at = static_cast<std::size_t>(a - meant.begin());
  const std::string_view from = meant.substr(slip.at);
  const std::string_view to = typed.substr(slip.at);
  const auto lies_near = [](char one, char other) { return one == other || are_adjacent(one, other); };
  if (from.size() + 1 == to.size()) {
    slip.found = slip.added = from == to.substr(1);
    slip.adjacent =
        (slip.at > 0 && lies_near(meant[slip.at - 1], to[0])) || (!from.empty() && lies_near(from[0], to[0]));
  } else if (from.size() == to.size() + 1) {
    slip.found = from.substr(1) == to;
  } else if (from.size() == to.size() && !from.empty()) {
    if (from.substr(1) == to.substr(1)) {
      slip.found = slip.replaced = true;
      slip.adjacent = are_adjacent(from[0], to[0]);
    } else if (from.size() > 1) {
      slip.found = from[0] == to[1] && from[1] == to[0] && from.substr(2) == to.substr(2);
    }
  }
  return slip;
}

std::optional<std::string> suggest_mail_domain(std::string_view domain, std::string_view data) {
  if (data.empty() || domain.empty() || domain.size() > domain_max_octets) return std::nullopt;
  const Parts typed = split(domain);
  const std::string_view label = last_label(domain);
  Cursor cursor{data};
  const bool exists = is_top_level(label, cursor.list());
  const std::size_t longest = cursor.byte();
  const std::string_view misspelt = cursor.list();
  Search search{domain, typed, exists};
  // What ends in another character than a suffix has none of its names, however its dots stand.
  const bool any_end = !exists || domain.ends_with('.');
  while (!cursor.done()) {
    const auto [end, suffixes] = cursor.group();
    if (!any_end && !domain.ends_with(end)) continue;
    for (Cursor each{suffixes}; !each.done();) {
      if (search.knows(each.group())) return std::nullopt;
    }
  }
  const std::string_view correction =
      domain.size() > longest ? std::string_view{} : listed_correction(domain, misspelt);
  if (!correction.empty()) return std::string{correction};
  if (search.likeness > 0) return std::string{search.best.name}.append(".").append(search.best.suffix);

  // The name of nobody in particular, before what is no top-level domain: only letters are a slip of it, a sign behind
  // "acme.co" is none.
  if (exists || typed.suffix.empty() || !std::all_of(label.begin(), label.end(), text::is_lower)) return std::nullopt;
  const std::string_view meant = top_level_near(label);
  if (meant.empty()) return std::nullopt;
  return std::string{domain.substr(0, domain.size() - label.size())}.append(meant);
}

}  // namespace vestibule::checks
