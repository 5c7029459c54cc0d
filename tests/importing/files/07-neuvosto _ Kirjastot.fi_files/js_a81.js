window.drupalSettings=JSON.parse("{}");
