// A line as bits: where its quotes stand, and where it is the same as another one. Sixty-four bytes at a
// time, with the widest registers that the processor has.
#ifndef CONNECTORCTL_LINES_H
#define CONNECTORCTL_LINES_H

#include <stdint.h>

// Longer lines are not looked at.
enum { intrinsics_line_words = 6 };

// `intrinsics_lines_level` says which of the variants below the processor can run; -1 for none.
//
// `intrinsics_scan_line` looks for the line feed that ends the line at `text`. It sets a bit of `quotes`
// for each quote before it, the first byte in the lowest bit, and returns the length of the line; -1 for
// a line that is too long or has a backslash, a control character, DEL or a byte that is not ASCII.
// Up to 63 bytes behind `end` are read.
//
// `intrinsics_same_line` says whether `text` equals `other` but for the bytes whose bits are set in
// `except`. Both are read up to a multiple of 64 bytes.

#if defined(__x86_64__)
#include <immintrin.h>

static inline int32_t intrinsics_lines_level(void) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512bw")) return 2;
    return __builtin_cpu_supports("avx2") ? 1 : 0;
}

#define INTRINSICS_LINES(NAME, TARGET)                                                              \
    TARGET static int32_t intrinsics_scan_line_##NAME(                                              \
        const uint8_t *text, const uint8_t *end, uint64_t *quotes) {                                \
        for (int32_t word = 0; word < intrinsics_line_words && text < end; word++, text += 64) {    \
            uint64_t stops = 0;                                                                     \
            const uint64_t found = intrinsics_quotes_##NAME(text, &stops);                          \
            quotes[word] = found;                                                                   \
            if (stops == 0) continue;                                                               \
            const int32_t stop = __builtin_ctzll(stops);                                            \
            if (text[stop] != '\n') return -1;                                                      \
            quotes[word] = found & (((uint64_t)1 << stop) - 1);                                     \
            return word * 64 + stop;                                                                \
        }                                                                                           \
        return -1;                                                                                  \
    }                                                                                               \
    TARGET static int32_t intrinsics_same_line_##NAME(                                              \
        const uint8_t *text, const uint8_t *other, const uint64_t *except, int32_t words) {         \
        uint64_t same = ~(uint64_t)0;                                                               \
        for (int32_t word = 0; word < words; word++) {                                              \
            same &= intrinsics_equal_##NAME(text + word * 64, other + word * 64) | except[word];    \
        }                                                                                           \
        return same == ~(uint64_t)0;                                                                \
    }

// Adding one makes DEL and everything behind it negative, so that one comparison of signed bytes finds
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

#define INTRINSICS_AVX2 __attribute__((target("avx2,bmi")))
#define INTRINSICS_AVX512 __attribute__((target("avx512bw,bmi")))

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

static inline int32_t intrinsics_scan_line(
    int32_t level, const uint8_t *text, const uint8_t *end, uint64_t *quotes) {
    if (level == 2) return intrinsics_scan_line_avx512(text, end, quotes);
    if (level == 1) return intrinsics_scan_line_avx2(text, end, quotes);
    return intrinsics_scan_line_sse2(text, end, quotes);
}

static inline int32_t intrinsics_same_line(
    int32_t level, const uint8_t *text, const uint8_t *other, const uint64_t *except,
    int32_t words) {
    if (level == 2) return intrinsics_same_line_avx512(text, other, except, words);
    if (level == 1) return intrinsics_same_line_avx2(text, other, except, words);
    return intrinsics_same_line_sse2(text, other, except, words);
}

#else

static inline int32_t intrinsics_lines_level(void) { return -1; }

static inline int32_t intrinsics_scan_line(
    int32_t level, const uint8_t *text, const uint8_t *end, uint64_t *quotes) {
    (void)level, (void)text, (void)end, (void)quotes;
    return -1;
}

static inline int32_t intrinsics_same_line(
    int32_t level, const uint8_t *text, const uint8_t *other, const uint64_t *except,
    int32_t words) {
    (void)level, (void)text, (void)other, (void)except, (void)words;
    return 0;
}

#endif
#endif
