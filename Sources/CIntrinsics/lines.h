// A line as bits: where its quotes are, and where it equals another line. Sixty-four bytes at a time, with
// the widest registers that the processor has.
#ifndef CONNECTORCTL_LINES_H
#define CONNECTORCTL_LINES_H

#include <stdint.h>

// The words that hold the bits of a line. Longer lines are not looked at.
enum { intrinsics_line_words = 6 };

// What is known of a line by its quotes.
typedef struct {
    // A bit for each quote, the first byte in the lowest bit; zero after the line.
    uint64_t quotes[intrinsics_line_words];
    // The bytes before the line feed; -1 for a line that is too long or has a backslash, a control
    // character, DEL or a byte that is not ASCII.
    int32_t length;
    // Hash of the length and the quotes.
    uint32_t hash;
} intrinsics_line;

// `intrinsics_lines_level` says which of the variants below the processor can run; -1 for none.
//
// `intrinsics_scan_line` looks at the line at `text`, which is at least 256 bytes before `end`. Up to 63
// bytes after `end` are read.
//
// `intrinsics_same_line` says whether `text` equals `other` except for the bytes whose bits are set in
// `except`, and `line`, which was scanned, has the quotes `quotes`. It reads 256 bytes of both texts, or
// `words` words if those are more.

#if defined(__x86_64__)
#include <immintrin.h>

static inline int32_t intrinsics_lines_level(void) {
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("bmi") || !__builtin_cpu_supports("bmi2")) return 0;
    if (__builtin_cpu_supports("avx512bw")) return 2;
    return __builtin_cpu_supports("avx2") ? 1 : 0;
}

// Nearly all lines fit in four words. These are looked at without a branch: how long the next line is
// cannot be guessed, and each wrong guess costs as much as the whole look.

static inline uint32_t intrinsics_line_hash(const intrinsics_line *line) {
    const uint64_t *q = line->quotes;
    uint64_t sum = (uint64_t)(uint32_t)line->length * 0x9E3779B97F4A7C15;
    sum ^= q[0] * 0xD6E8FEB86659FD93 ^ q[1] * 0xC2B2AE3D27D4EB4F;
    sum ^= q[2] * 0x165667B19E3779F9 ^ q[3] * 0x85EBCA77C2B2AE63;
    sum ^= q[4] * 0xFF51AFD7ED558CCD ^ q[5] * 0xC4CEB9FE1A85EC53;
    return (uint32_t)(sum >> 32);
}

// The number of zeros below the lowest bit, 64 for none.
static inline uint64_t intrinsics_zeros(uint64_t bits) {
    return bits == 0 ? 64 : (uint64_t)__builtin_ctzll(bits);
}

// The bits below the lowest one of `bits`, all for none.
static inline uint64_t intrinsics_below(uint64_t bits) { return (bits - 1) & ~bits; }

#define INTRINSICS_LINES(NAME, TARGET)                                                              \
    TARGET static void intrinsics_scan_any_line_##NAME(                                             \
        const uint8_t *text, const uint8_t *end, intrinsics_line *line) {                           \
        for (int word = 0; word < intrinsics_line_words; word++) line->quotes[word] = 0;            \
        line->length = -1;                                                                          \
        const uint8_t *next = text;                                                                 \
        for (int word = 0; word < intrinsics_line_words && next < end; word++, next += 64) {        \
            uint64_t stops = 0;                                                                     \
            line->quotes[word] = intrinsics_quotes_##NAME(next, &stops);                            \
            if (stops == 0) continue;                                                               \
            const uint64_t stop = intrinsics_zeros(stops);                                          \
            if (next[stop] != '\n') return;                                                         \
            line->quotes[word] &= intrinsics_below(stops);                                          \
            line->length = word * 64 + (int32_t)stop;                                               \
            line->hash = intrinsics_line_hash(line);                                                \
            return;                                                                                 \
        }                                                                                           \
    }                                                                                               \
    TARGET static void intrinsics_scan_line_##NAME(                                                 \
        const uint8_t *text, const uint8_t *end, intrinsics_line *line) {                           \
        uint64_t stops[4] = {0, 0, 0, 0}, quotes[4], before[4], whole[4];                           \
        _Pragma("clang loop unroll(full)")                                                          \
        for (int word = 0; word < 4; word++) {                                                      \
            quotes[word] = intrinsics_quotes_##NAME(text + word * 64, &stops[word]);                \
            before[word] = intrinsics_zeros(stops[word]);                                           \
            whole[word] = -(before[word] >> 6);                                                     \
        }                                                                                           \
        const uint64_t length = before[0]                                                           \
            + (whole[0] & (before[1] + (whole[1] & (before[2] + (whole[2] & before[3])))));         \
        if (length == 256) {                                                                        \
            intrinsics_scan_any_line_##NAME(text, end, line);                                       \
            return;                                                                                 \
        }                                                                                           \
        if (text[length] != '\n') {                                                                 \
            line->length = -1;                                                                      \
            return;                                                                                 \
        }                                                                                           \
        line->quotes[0] = quotes[0] & intrinsics_below(stops[0]);                                   \
        line->quotes[1] = quotes[1] & intrinsics_below(stops[1]) & whole[0];                        \
        line->quotes[2] = quotes[2] & intrinsics_below(stops[2]) & whole[0] & whole[1];             \
        line->quotes[3] =                                                                           \
            quotes[3] & intrinsics_below(stops[3]) & whole[0] & whole[1] & whole[2];                \
        line->quotes[4] = 0;                                                                        \
        line->quotes[5] = 0;                                                                        \
        line->length = (int32_t)length;                                                             \
        line->hash = intrinsics_line_hash(line);                                                    \
    }                                                                                               \
    TARGET static inline uint64_t intrinsics_difference_##NAME(                                     \
        const intrinsics_line *line, const uint8_t *text, const uint8_t *other,                     \
        const uint64_t *quotes, const uint64_t *except, int word) {                                 \
        const uint64_t equal = intrinsics_equal_##NAME(text + word * 64, other + word * 64);        \
        return ~(equal | except[word]) | (line->quotes[word] ^ quotes[word]);                       \
    }                                                                                               \
    TARGET static int32_t intrinsics_same_line_##NAME(                                              \
        const intrinsics_line *line, const uint8_t *text, const uint8_t *other,                     \
        const uint64_t *quotes, const uint64_t *except, int32_t words) {                            \
        uint64_t sum = 0;                                                                           \
        _Pragma("clang loop unroll(full)")                                                          \
        for (int word = 0; word < 4; word++)                                                        \
            sum |= intrinsics_difference_##NAME(line, text, other, quotes, except, word);           \
        for (int word = 4; word < words; word++)                                                    \
            sum |= intrinsics_difference_##NAME(line, text, other, quotes, except, word);           \
        return sum == 0;                                                                            \
    }

// Adding one makes DEL and everything above it negative, so that one comparison of signed bytes finds
// them together with control characters.

static inline uint64_t intrinsics_quotes_sse2(const uint8_t *text, uint64_t *stops) {
    uint64_t quotes = 0;
    for (int part = 0; part < 4; part++) {
        const __m128i v = _mm_loadu_si128((const __m128i *)(text + part * 16));
        const __m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
        const __m128i backslash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
        const __m128i next = _mm_add_epi8(v, _mm_set1_epi8(1));
        const __m128i odd = _mm_cmplt_epi8(next, _mm_set1_epi8(0x21));
        quotes |= (uint64_t)(uint32_t)_mm_movemask_epi8(quote) << (part * 16);
        *stops |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(odd, backslash))
            << (part * 16);
    }
    return quotes;
}

static inline uint64_t intrinsics_equal_sse2(const uint8_t *left, const uint8_t *right) {
    uint64_t equal = 0;
    for (int part = 0; part < 4; part++) {
        const __m128i a = _mm_loadu_si128((const __m128i *)(left + part * 16));
        const __m128i b = _mm_loadu_si128((const __m128i *)(right + part * 16));
        equal |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, b)) << (part * 16);
    }
    return equal;
}

#define INTRINSICS_AVX2 __attribute__((target("avx2,bmi,bmi2")))
#define INTRINSICS_AVX512 __attribute__((target("avx512bw,bmi,bmi2")))

INTRINSICS_AVX2 static inline uint64_t intrinsics_quotes_avx2(
    const uint8_t *text, uint64_t *stops) {
    uint64_t quotes = 0;
    for (int part = 0; part < 2; part++) {
        const __m256i v = _mm256_loadu_si256((const __m256i *)(text + part * 32));
        const __m256i quote = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('"'));
        const __m256i backslash = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\\'));
        const __m256i next = _mm256_add_epi8(v, _mm256_set1_epi8(1));
        const __m256i odd = _mm256_cmpgt_epi8(_mm256_set1_epi8(0x21), next);
        quotes |= (uint64_t)(uint32_t)_mm256_movemask_epi8(quote) << (part * 32);
        *stops |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_or_si256(odd, backslash))
            << (part * 32);
    }
    return quotes;
}

INTRINSICS_AVX2 static inline uint64_t intrinsics_equal_avx2(
    const uint8_t *left, const uint8_t *right) {
    uint64_t equal = 0;
    for (int part = 0; part < 2; part++) {
        const __m256i a = _mm256_loadu_si256((const __m256i *)(left + part * 32));
        const __m256i b = _mm256_loadu_si256((const __m256i *)(right + part * 32));
        equal |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, b))
            << (part * 32);
    }
    return equal;
}

INTRINSICS_AVX512 static inline uint64_t intrinsics_quotes_avx512(
    const uint8_t *text, uint64_t *stops) {
    const __m512i v = _mm512_loadu_si512(text);
    const __m512i next = _mm512_add_epi8(v, _mm512_set1_epi8(1));
    *stops = _mm512_cmplt_epi8_mask(next, _mm512_set1_epi8(0x21))
        | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\\'));
    return _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"'));
}

INTRINSICS_AVX512 static inline uint64_t intrinsics_equal_avx512(
    const uint8_t *left, const uint8_t *right) {
    return _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(left), _mm512_loadu_si512(right));
}

INTRINSICS_LINES(sse2, )
INTRINSICS_LINES(avx2, INTRINSICS_AVX2)
INTRINSICS_LINES(avx512, INTRINSICS_AVX512)

static inline void intrinsics_scan_line(
    int32_t level, const uint8_t *text, const uint8_t *end, intrinsics_line *line) {
    // What is read some lines later: no processor fetches by itself beyond the end of a page.
    for (int word = 0; word < 4; word++) __builtin_prefetch(text + 1024 + word * 64);
    if (level == 2) {
        intrinsics_scan_line_avx512(text, end, line);
    } else if (level == 1) {
        intrinsics_scan_line_avx2(text, end, line);
    } else {
        intrinsics_scan_line_sse2(text, end, line);
    }
}

static inline int32_t intrinsics_same_line(
    int32_t level, const intrinsics_line *line, const uint8_t *text, const uint8_t *other,
    const uint64_t *quotes, const uint64_t *except, int32_t words) {
    if (level == 2) {
        return intrinsics_same_line_avx512(line, text, other, quotes, except, words);
    }
    if (level == 1) return intrinsics_same_line_avx2(line, text, other, quotes, except, words);
    return intrinsics_same_line_sse2(line, text, other, quotes, except, words);
}

#else

static inline int32_t intrinsics_lines_level(void) { return -1; }

static inline void intrinsics_scan_line(
    int32_t level, const uint8_t *text, const uint8_t *end, intrinsics_line *line) {
    (void)level, (void)text, (void)end;
    line->length = -1;
}

static inline int32_t intrinsics_same_line(
    int32_t level, const intrinsics_line *line, const uint8_t *text, const uint8_t *other,
    const uint64_t *quotes, const uint64_t *except, int32_t words) {
    (void)level, (void)line, (void)text, (void)other, (void)quotes, (void)except, (void)words;
    return 0;
}

#endif
#endif
