using Catalog;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<ProductStore>();

var app = builder.Build();
app.MapGet("/products/{id:int}", (int id, ProductStore products) =>
    products.Find(id) is { } product ? Results.Ok(product) : Results.NotFound());
app.MapPost("/products", (NewProduct draft, ProductStore products) =>
{
    var product = products.Add(draft);
    return Results.Created($"/products/{product.Id}", product);
});
app.Run();
