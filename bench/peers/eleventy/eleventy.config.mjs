// Eleventy's site: posts, lists of twenty by language, topic and category, a feed for each language, a sitemap.
import { I18nPlugin } from "@11ty/eleventy";
import { feedPlugin } from "@11ty/eleventy-plugin-rss";
import footnote from "markdown-it-footnote";

const PER_PAGE = 20;
const GROUPS = { tags: (data) => data.tags || [], categories: (data) => [data.category] };

function newest(api, language) {
  return api.getFilteredByGlob(`src/${language}/posts/*.md`).sort((a, b) => b.date - a.date);
}

function grouped(posts, termsOf) {
  const groups = new Map();
  for (const post of posts) {
    for (const term of termsOf(post.data)) {
      if (!groups.has(term)) groups.set(term, []);
      groups.get(term).push(post);
    }
  }
  return [...groups].flatMap(([t, all]) => {
    const total = Math.ceil(all.length / PER_PAGE);
    return Array.from({ length: total }, (_, page) => ({
      t, page: page + 1, total, items: all.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
    }));
  });
}

export default async function (config) {
  config.amendLibrary("md", (library) => library.use(footnote));
  config.addPlugin(I18nPlugin, { defaultLanguage: "fi", errorMode: "never" });
  for (const language of ["fi", "sv"]) {
    config.addCollection(`posts_${language}`, (api) => newest(api, language));
    for (const [kind, termsOf] of Object.entries(GROUPS)) {
      config.addCollection(`${kind}_${language}`, (api) => grouped(newest(api, language), termsOf));
    }
    config.addPlugin(feedPlugin, {
      type: "atom", outputPath: `/${language}/feed.xml`, inputPath: `eleventy-feed-${language}.njk`,
      collection: { name: `posts_${language}`, limit: PER_PAGE },
      metadata: {
        language, title: "Bench", subtitle: "", base: "https://example.org/", author: { name: "Bench" },
      },
    });
  }
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("fidate", (date) => `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`);
  return {
    dir: { input: "src", output: "_site", includes: "_includes" },
    markdownTemplateEngine: false, htmlTemplateEngine: "njk",
  };
}
