#include "vestibule/checks/email_typo.hpp"

#include <algorithm>
#include <array>

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

// Takes the next word off a line, or the next line off the data.
std::string_view take(std::string_view& rest, char end) {
  const std::string_view word = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  return word;
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
  if (find_slip(meant, typed).found) return true;
  return meant != typed && std::equal(meant.begin(), meant.end(), typed.begin(), typed.end(),
                                      [](char a, char b) { return a == b || are_adjacent(a, b); });
}

// The domains of the data, one line after the other.
class Domains {
 public:
  explicit Domains(std::string_view data) : data_{data} {}

  // Calls visit(name, mark, suffix) for every known domain until it returns true; mark is '!', '-' or '\0'.
  template <class Visit>
  bool any(Visit visit) const {
    for (std::string_view rest = data_; !rest.empty();) {
      std::string_view line = take(rest, '\n');
      const std::string_view suffix = take(line, ' ');
      if (suffix == ">" || suffix == ".") continue;
      while (!line.empty()) {
        std::string_view name = take(line, ' ');
        const char mark = name.starts_with('!') || name.starts_with('-') ? name.front() : '\0';
        if (mark != '\0') name.remove_prefix(1);
        if (visit(name, mark, suffix)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool knows(std::string_view domain) const {
    const Parts parts = split(domain);
    return any([&](std::string_view name, char, std::string_view suffix) {
      return name == parts.name && suffix == parts.suffix;
    });
  }

  [[nodiscard]] std::string_view listed_correction(std::string_view domain) const {
    for (std::string_view rest = data_; !rest.empty();) {
      std::string_view line = take(rest, '\n');
      if (take(line, ' ') != ">") continue;
      const std::string_view meant = take(line, ' ');
      while (!line.empty()) {
        if (take(line, ' ') == domain) return meant;
      }
    }
    return {};
  }

  // Longer ones count as existing unless they are near to com, net or org and not listed.
  [[nodiscard]] bool may_be_top_level(std::string_view label) const {
    if (label.size() == 2) {
      return label == "ac" || label == "eu" || label == "su" || label == "uk" ||
             !catalogue::find_country(label).empty();
    }
    for (std::string_view rest = data_; !rest.empty();) {
      std::string_view line = take(rest, '\n');
      if (take(line, ' ') != ".") continue;
      while (!line.empty()) {
        if (take(line, ' ') == label) return true;
      }
    }
    return correction_of(label).empty();
  }

  // com, net or org where the label is near to it.
  static std::string_view correction_of(std::string_view label) {
    for (const std::string_view meant : {"com", "net", "org"}) {
      if (is_near(meant, label)) return meant;
    }
    return {};
  }

 private:
  std::string_view data_;
};

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

std::string join(std::string_view name, std::string_view suffix) {
  return std::string{name}.append(".").append(suffix);
}

// How sure it is that the name is a slip of an invented one. 0 is not at all; of several, the greatest is the best.
int likeness(std::string_view meant, std::string_view typed) {
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
  const Domains known{data};
  if (data.empty() || domain.size() > domain_max_octets || known.knows(domain)) return std::nullopt;
  if (const std::string_view meant = known.listed_correction(domain); !meant.empty()) return std::string{meant};

  const Parts typed = split(domain);
  const bool exists = known.may_be_top_level(last_label(domain));
  std::string best;
  int best_likeness = 0;
  known.any([&](std::string_view name, char mark, std::string_view suffix) {
    if (mark == '-') return false;
    const bool near_suffix = !exists && is_near(suffix, typed.suffix);
    const bool dot_misplaced = mark == '!' && equal_but_for_dots(name, suffix, domain);
    int found = 0;
    if (dot_misplaced || (name == typed.name && near_suffix)) found = 4;
    if (found == 0 && mark == '!' && (near_suffix || suffix == typed.suffix)) found = likeness(name, typed.name);
    if (found > best_likeness) {
      best_likeness = found;
      best = join(name, suffix);
    }
    return best_likeness == 4;
  });
  if (best_likeness > 0) return best;

  // The name of nobody in particular, before what is no top-level domain.
  const std::string_view label = last_label(domain);
  if (exists || typed.suffix.empty()) return std::nullopt;
  const std::string_view meant = Domains::correction_of(label);
  if (meant.empty()) return std::nullopt;
  return std::string{domain.substr(0, domain.size() - label.size())}.append(meant);
}

}  // namespace vestibule::checks
